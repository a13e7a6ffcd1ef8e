//! A gateway on loopback that answers as the platforms would.
