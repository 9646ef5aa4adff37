"""Help: the first steps, the keys, what is protected and how, the guide, and what Kansli is made of."""
