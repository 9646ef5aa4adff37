"""What is kept on the disk: encrypted with a key from the system's keyring, or not at all."""
