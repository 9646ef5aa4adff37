"""What is said between the process that has the user and the processes that do the work."""
