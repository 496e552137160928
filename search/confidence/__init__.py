"""How likely it is that the passages found answer a question, as a calibrated probability."""
