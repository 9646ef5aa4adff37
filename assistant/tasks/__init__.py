"""What can be done with documents: values in ``task.py``, one module per task."""
