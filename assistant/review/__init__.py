"""Plain-language review of Swedish text by rules, without a model: what is hard to read, why, and what is better."""
