"""Everything about models: the store, the port, llama.cpp behind it, and the Session that tasks work with."""
