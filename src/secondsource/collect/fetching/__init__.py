"""Fetching: what is asked of the network, within limits and not from the own one."""
