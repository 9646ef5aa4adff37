"""The commands of ``kansli``, one module each: ``add_to`` declares the arguments, ``run`` does the work and gives the exit code."""
