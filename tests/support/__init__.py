"""What tests stand on: a real server process, a network that breaks as told, devices, a cast."""
