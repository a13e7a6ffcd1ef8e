use crate::words::push_segment;

/// The way into a document, as far as it was gone. It is written out where something is found, which is seldom.
#[derive(Debug, Clone, Default)]
pub struct Path<'p>(Vec<Step<'p>>);

/// A step from a part of a document to one inside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'p> {
    /// To the field of this name.
    Name(&'p str),
    /// To the item at this index.
    Index(usize),
}

impl<'p> Path<'p> {
    /// Takes a step.
    #[inline]
    pub fn enter(&mut self, step: Step<'p>) {
        self.0.push(step);
    }

    /// Takes the last step back.
    #[inline]
    pub fn leave(&mut self) {
        self.0.pop();
    }

    /// The way as an RFC 6901 pointer.
    pub fn to_pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            match step {
                Step::Name(name) => push_segment(&mut pointer, name),
                Step::Index(index) => push_segment(&mut pointer, &index.to_string()),
            }
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped() {
        let mut path = Path::default();
        assert_eq!(path.to_pointer(), "");
        path.enter(Step::Name("a/b~c"));
        path.enter(Step::Index(12));
        assert_eq!(path.to_pointer(), "/a~1b~0c/12");
        path.leave();
        assert_eq!(path.to_pointer(), "/a~1b~0c");
    }
}
