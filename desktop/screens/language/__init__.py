"""The review screen: a text beside what could be easier to read in it, each to accept or to leave."""
