"""What was sorted is looked through, one document at a time, those that are least sure first."""
