//! The words that the library adds to a message: Chinese, or English.

/// The language of those words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    /// The language of a card in this locale.
    pub(crate) fn of(locale: Option<&str>) -> Self {
        match locale {
            Some(locale) if locale.to_ascii_lowercase().starts_with("en") => Self::English,
            _ => Self::Chinese,
        }
    }

    const fn choose(self, chinese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The label of a link that has none.
    pub(crate) const fn details(self) -> &'static str {
        self.choose("查看详情", "Details")
    }

    /// The title of a message that has none.
    pub(crate) const fn card(self) -> &'static str {
        self.choose("消息卡片", "Message card")
    }

    /// The label of a picture that has none.
    pub(crate) const fn picture(self) -> &'static str {
        self.choose("图片", "picture")
    }

    /// The title of a text that has none.
    pub(crate) const fn text(self) -> &'static str {
        self.choose("内容", "Text")
    }

    /// Between a name and what it is.
    pub(crate) const fn colon(self) -> &'static str {
        self.choose("：", ": ")
    }

    /// What stands for a picture that cannot be shown.
    pub(crate) fn missing_picture(self, alt: &str) -> String {
        match alt.trim() {
            "" => format!("[{}]", self.picture()),
            alt => format!("[{}{}{alt}]", self.picture(), self.colon()),
        }
    }

    /// What stands for a button that posts back.
    pub(crate) fn missing_button(self, label: &str) -> String {
        match self {
            Self::Chinese => format!("[按钮：{label}，请在 WPS 中操作]"),
            Self::English => format!("[button: {label}, available in WPS]"),
        }
    }

    /// What stands for an element that is not known.
    pub(crate) fn missing_element(self, tag: &str) -> String {
        match self {
            Self::Chinese => format!("[组件：{tag}，请在 WPS 中查看]"),
            Self::English => format!("[element: {tag}, shown in WPS]"),
        }
    }

    /// What stands for an element of another dialect.
    pub(crate) fn foreign_element(self, tag: &str) -> String {
        match self {
            Self::Chinese => format!("[组件：{tag}]"),
            Self::English => format!("[element: {tag}]"),
        }
    }

    /// What stands for the end of a text that is too long.
    pub(crate) fn omitted(self, chars: usize) -> String {
        match self {
            Self::Chinese => format!("…（已省略 {chars} 字）"),
            Self::English => format!("… ({chars} characters omitted)"),
        }
    }
}
