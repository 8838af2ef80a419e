"""How the models are made, each by one command; PyTorch is needed here alone."""

# Turns off what the runtime tells its makers, before a script here loads its quantiser.
import secondsource.models.session  # noqa: F401
