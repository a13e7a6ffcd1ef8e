//! The options that several targets have.

/// The setters of those options, for a target with a field `options`.
macro_rules! setters {
    (@ locale) => {
        /// Renders the card in this language, such as `en-US`, or `en` for any English: its `i18n` where it has that, and the
        /// words that the library adds, which are Chinese otherwise.
        pub fn locale(mut self, locale: impl Into<String>) -> Self {
            self.options.locale = Some(card_model::Str::Owned(locale.into()));
            self
        }
    };
    (@ client) => {
        /// Of a link with a URL per client, takes the one for this client.
        pub const fn client(mut self, client: $crate::Client) -> Self {
            self.options.client = Some(client);
            self
        }
    };
    (@ fit) => {
        /// Sets what is done with a card that is too long for one message.
        pub const fn fit(mut self, fit: $crate::Fit) -> Self {
            self.options.fit = fit;
            self
        }
    };
    (@ people) => {
        /// Says who an e-mail address is on the platform. Whom it does not know is shown by name, and the report says so.
        ///
        /// The answer is an id of the platform, or a [`Person`](crate::Person). One that could be anything but an id is not
        /// used: nobody mentions everybody this way.
        pub fn people<P: Into<$crate::Person>>(
            mut self,
            find: impl Fn(&str) -> Option<P> + Send + Sync + 'static,
        ) -> Self {
            self.options.people = $crate::person::People::new(find);
            self
        }
    };
    ($($option:ident),+) => { $( $crate::options::setters!(@ $option); )+ };
}
pub(crate) use setters;
