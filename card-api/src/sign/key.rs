use std::fmt;

use hmac::{Hmac, KeyInit, Mac, digest::Key};
use sha2::{Digest, Sha256};

use crate::Secret;

/// HMAC with SHA-256, as it stands once it has taken in a key.
///
/// That is half of the work for a short text, and the same for all that are signed with the key. Its `Debug` shows nothing
/// of it, as those who have it can sign.
#[derive(Clone)]
pub(crate) struct HmacKey(Hmac<Sha256>);

impl HmacKey {
    fn new(key: &[u8]) -> Self {
        // As long as a block: this constructor cannot fail.
        let mut block = Key::<Hmac<Sha256>>::default();
        let hash;
        let key = if key.len() > block.len() {
            hash = Sha256::digest(key);
            &hash
        } else {
            key
        };
        for (slot, byte) in block.iter_mut().zip(key) {
            *slot = *byte;
        }
        Self(Hmac::new(&block))
    }

    /// Of the parts one after the other, not yet finished.
    pub(super) fn mac(&self, parts: &[&str]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(part.as_bytes());
        }
        mac
    }
}

impl From<&Secret> for HmacKey {
    fn from(secret: &Secret) -> Self {
        Self::new(secret.expose().as_bytes())
    }
}

impl fmt::Debug for HmacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HmacKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::HmacKey;
    use crate::sign::hash::finish;

    /// RFC 4231, test cases 2 and 6: a key shorter than a block, and one longer.
    #[test]
    fn keys_of_any_length() {
        let short = HmacKey::new(b"Jefe");
        let long = HmacKey::new(&[0xaa; 131]);
        // What one text leaves behind is not in the next.
        for _ in 0..2 {
            assert_eq!(
                finish(short.mac(&["what do ya want ", "for nothing?"])),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            );
            assert_eq!(
                finish(long.mac(&["Test Using Larger Than Block-Size Key - Hash Key First"])),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            );
        }
    }
}
