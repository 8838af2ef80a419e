"""What requests share: open archives, files of this server alone, places for what takes long."""
