"""What may be attached as evidence: looked at, cleaned and refused here. Pure; no Django."""
