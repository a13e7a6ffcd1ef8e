//! Random cards, for the properties of every target.
