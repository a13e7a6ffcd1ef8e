//! Templates as services have them.
