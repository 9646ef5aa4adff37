"""Programs that are killed at random, over and over: nothing may be lost, torn, or done twice."""
