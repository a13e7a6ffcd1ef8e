//! From a tree to Rust. Expansion is total: it checks nothing, and always gives a card.

use card_model::{
    markdown::Place,
    markup::{Op, Program},
    spec::{AttributeSpec, Kind, Tag, TextMode},
    words::each,
};
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};

use crate::{
    ast::{Attribute, Braces, Element, Else, Hole, If, Node, Piece, Text, Value},
    errors::Errors,
    literal,
};

/// The expression that `card!` stands for: a `Card`, also beside errors.
pub(crate) fn expand(
    card: Option<&Element>,
    home: &TokenStream,
    paths: Option<&TokenStream>,
    errors: Errors,
) -> TokenStream {
    let mut expansion = Expansion {
        home,
        builder: Ident::new("__card_builder", Span::mixed_site()),
        program: Program::default(),
        holes: TokenStream::new(),
        output: TokenStream::new(),
        path: Vec::new(),
        is_editor: paths.is_some(),
    };
    if let Some(card) = card {
        expansion.element(card);
    }
    let errors = errors.into_tokens();
    if expansion.output.is_empty() && errors.is_empty() && paths.is_none() {
        return expansion.whole();
    }
    expansion.flush();
    let Expansion {
        builder, output, ..
    } = expansion;
    // Where nothing is run, nothing is changed.
    let binding = if output.is_empty() {
        quote!(let #builder)
    } else {
        quote!(let mut #builder)
    };
    quote! {{
        #paths
        #errors
        #binding = #home::Builder::new();
        #output
        #home::Builder::finish(#builder)
    }}
}

/// How often a loop is assumed to run, for the room that its parts need.
const LOOPS: usize = 4;

struct Expansion<'a> {
    home: &'a TokenStream,
    builder: Ident,
    /// The operations since the last piece of control flow.
    program: Program,
    /// The values for their holes.
    holes: TokenStream,
    output: TokenStream,
    /// The tags around what is expanded; `None` for one whose children may be its siblings.
    path: Vec<Option<Tag>>,
    /// Whether an editor asks, not a compiler.
    is_editor: bool,
}

impl Expansion<'_> {
    /// A card without control flow is one call.
    fn whole(self) -> TokenStream {
        let Self {
            home,
            program,
            holes,
            ..
        } = self;
        let (ops, texts) = literals(program);
        quote!(#home::build(#ops, #texts, &mut [#holes]))
    }

    /// Turns what has been collected into a call.
    fn flush(&mut self) {
        if self.program.is_empty() {
            return;
        }
        let (ops, texts) = literals(std::mem::take(&mut self.program));
        let holes = std::mem::take(&mut self.holes);
        let (home, builder) = (self.home, &self.builder);
        self.output
            .extend(quote!(#home::Builder::run(&mut #builder, #ops, #texts, &mut [#holes]);));
    }

    fn element(&mut self, element: &Element) {
        if element.tag == Some(Tag::Br) {
            self.program.line_break();
        }
        let Some(tag) = element.tag.filter(|tag| *tag != Tag::Br) else {
            self.values(element);
            self.path.push(None);
            self.nodes(&element.children);
            self.path.pop();
            return;
        };
        let literal = self.literal(element, tag);
        let room = if literal.is_some() {
            0
        } else {
            room(&element.children)
        };
        self.program.open(tag, room);
        self.path.push(Some(tag).filter(|_| !element.is_guess()));
        for attribute in &element.attributes {
            match tag.spec().attribute(&attribute.name.to_string()) {
                Some(spec) => self.attribute(attribute, spec),
                None => self.stray_value(&attribute.value),
            }
        }
        if !element.attributes.is_empty() && !element.children.is_empty() {
            self.program.content();
        }
        match literal {
            Some(hole) => {
                self.program.hole(Op::Hole);
                self.holes.extend(hole);
            }
            None => self.children(element, tag),
        }
        self.path.pop();
        self.program.close();
    }

    /// The hole for all that stands in the element, if that is a literal list.
    fn literal(&self, element: &Element, tag: Tag) -> Option<TokenStream> {
        let home = self.home;
        match tag {
            Tag::Markdown => {
                let parts = literal::parts(&element.children, home)?;
                Some(quote!(#home::literal::parts(#parts),))
            }
            Tag::Div => {
                let columns = literal::columns(&element.children, home)?;
                Some(quote!(#home::literal::columns(#columns),))
            }
            _ => None,
        }
    }

    fn children(&mut self, element: &Element, tag: Tag) {
        let (mut links, mut rest) = (Vec::new(), Vec::new());
        for node in &element.children {
            match node {
                // The names that the author chose come first, so that those the builder chooses are others.
                Node::Element(child) if tag == Tag::Markdown && child.tag == Some(Tag::Href) => {
                    links.push(node);
                }
                _ => rest.push(node),
            }
        }
        let has_let = rest.iter().any(|node| matches!(node, Node::Let(_)));
        for node in links {
            self.node(node);
        }
        if has_let {
            self.block(|expansion| expansion.nodes(rest));
        } else {
            self.nodes(rest);
        }
    }

    fn nodes<'n>(&mut self, nodes: impl IntoIterator<Item = &'n Node>) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Element(element) => self.element(element),
            Node::Text(text) => self.text(text),
            Node::Braces(braces) => self.braces(braces),
            Node::If(node) => self.if_else(node),
            Node::For(node) => {
                self.flush();
                self.output.extend(node.head.clone());
                self.block(|expansion| expansion.nodes(&node.body));
            }
            Node::Match(node) => {
                self.flush();
                self.output.extend(node.head.clone());
                let before = std::mem::take(&mut self.output);
                for arm in &node.arms {
                    self.output.extend(arm.head.clone());
                    self.output.extend(quote!(=>));
                    self.block(|expansion| expansion.nodes(&arm.body));
                }
                let arms = std::mem::replace(&mut self.output, before);
                self.output.extend(quote!({ #arms }));
            }
            Node::Let(tokens) => {
                self.flush();
                self.output.extend(tokens.clone());
            }
        }
    }

    fn if_else(&mut self, node: &If) {
        self.flush();
        self.output.extend(node.head.clone());
        self.block(|expansion| expansion.nodes(&node.body));
        match &node.or_else {
            None => {}
            Some(Else::If(next)) => {
                self.output.extend(quote!(else));
                self.if_else(next);
            }
            Some(Else::Body(body)) => {
                self.output.extend(quote!(else));
                self.block(|expansion| expansion.nodes(body));
            }
        }
    }

    /// Puts what `inside` expands to in braces of its own.
    fn block(&mut self, inside: impl FnOnce(&mut Self)) {
        self.flush();
        let before = std::mem::take(&mut self.output);
        inside(self);
        self.flush();
        let block = std::mem::replace(&mut self.output, before);
        self.output.extend(quote!({ #block }));
    }

    fn text(&mut self, text: &Text) {
        for piece in &text.pieces {
            match piece {
                Piece::Literal(literal) => self.program.literal(literal),
                Piece::Hole(hole) => {
                    self.program.hole(op(hole.place));
                    self.named(hole, &text.literal);
                }
            }
        }
    }

    fn braces(&mut self, braces: &Braces) {
        if braces.group.stream().is_empty() {
            return;
        }
        let function = match self.path.last().copied().flatten() {
            Some(Tag::Card | Tag::Locale) => "elements",
            Some(Tag::Div) => "fields",
            Some(Tag::Action) => "actions",
            Some(tag) if tag.spec().text != TextMode::None => "text",
            _ => return self.ignored(braces),
        };
        if !self.is_editor && is_unfinished(&braces.group.stream()) {
            return self.ignored(braces);
        }
        self.await_alone(braces);
        self.program.hole(op(braces.place));
        let span = braces.group.span();
        if function == "text" {
            return self.value(function, &borrowed(braces), span);
        }
        let (home, value) = (self.home_at(span), owned(braces));
        let call = self.call_span(span);
        let function = Ident::new(function, call);
        self.holes
            .extend(quote_spanned!(call=> #home::#function(#value).hole(),));
    }

    /// Begins a new call before a value that is awaited: the values before it are borrowed in the call, and would keep a
    /// future from being sent to another thread.
    fn await_alone(&mut self, braces: &Braces) {
        if awaits(braces.group.stream()) {
            self.flush();
        }
    }

    fn attribute(&mut self, attribute: &Attribute, spec: &AttributeSpec) {
        if spec.attribute == card_model::spec::Attribute::Targets {
            return;
        }
        if let Value::Braces(braces) = &attribute.value {
            self.await_alone(braces);
        }
        self.program.attribute(spec.attribute);
        match &attribute.value {
            Value::Text(text) if matches!(spec.kind, Kind::Url | Kind::Link) => self.url(text),
            Value::Text(text) => self.text(text),
            Value::Braces(braces) if braces.group.stream().is_empty() => {}
            Value::Braces(braces) => self.attribute_value(braces, spec),
            Value::Literal(syn::Lit::Bool(flag)) => {
                self.program
                    .literal(if flag.value { "true" } else { "false" });
            }
            Value::Flag => self.program.literal("true"),
            Value::Literal(_) | Value::Broken => {}
        }
    }

    fn attribute_value(&mut self, braces: &Braces, spec: &AttributeSpec) {
        if !self.is_editor && is_unfinished(&braces.group.stream()) {
            return self.ignored(braces);
        }
        self.program.hole(Op::Hole);
        let span = braces.group.span();
        let function = match spec.kind {
            Kind::Link => "link",
            Kind::Flag => "flag",
            Kind::Json => "json",
            _ => "text",
        };
        if spec.required || matches!(spec.kind, Kind::Flag | Kind::Json) {
            return self.value(function, &borrowed(braces), span);
        }
        let (home, value) = (self.home_at(span), borrowed(braces));
        let call = self.call_span(span);
        let function = Ident::new(&format!("card_{function}"), call);
        self.holes
            .extend(quote_spanned!(call=> #home::Given::new(#value).#function(),));
    }

    /// A URL: a value at its start is a URL itself, one further on is a component.
    fn url(&mut self, text: &Text) {
        let mut before = String::new();
        for (index, piece) in text.pieces.iter().enumerate() {
            match piece {
                Piece::Literal(literal) => {
                    self.program.literal(literal);
                    before.push_str(literal);
                }
                Piece::Hole(hole) => {
                    let after = match text.pieces.get(index + 1) {
                        Some(Piece::Literal(after)) => after.chars().next(),
                        Some(Piece::Hole(_)) => Some('x'),
                        None => None,
                    };
                    self.program.hole(url_op(index, &before, after));
                    self.named(hole, &text.literal);
                    before.push('x');
                }
            }
        }
    }

    /// The value of a hole in a quoted text.
    fn named(&mut self, hole: &Hole, literal: &syn::LitStr) {
        let span = literal.span();
        let name = &hole.name;
        let value = match &hole.spec {
            None => quote_spanned!(span=> &#name),
            Some(spec) => {
                let mut format = Literal::string(&format!("{{{name}:{spec}}}"));
                format.set_span(span);
                quote_spanned!(span=> &::core::format_args!(#format))
            }
        };
        self.value("text", &value, span);
    }

    fn value(&mut self, function: &str, argument: &TokenStream, span: Span) {
        let home = self.home_at(span);
        let call = self.call_span(span);
        let function = Ident::new(function, call);
        self.holes
            .extend(quote_spanned!(call=> #home::#function(#argument),));
    }

    /// Values of a tag or place that is wrong anyway: they are kept, so that what they name counts as used.
    fn values(&mut self, element: &Element) {
        for attribute in &element.attributes {
            self.stray_value(&attribute.value);
        }
    }

    fn stray_value(&mut self, value: &Value) {
        match value {
            Value::Braces(braces) => self.ignored(braces),
            Value::Text(text) => {
                for piece in &text.pieces {
                    if let Piece::Hole(hole) = piece {
                        let name = &hole.name;
                        self.statement(&quote!(let _ = &#name;));
                    }
                }
            }
            _ => {}
        }
    }

    fn ignored(&mut self, braces: &Braces) {
        if !braces.group.stream().is_empty() {
            let value = borrowed(braces);
            self.statement(&quote!(let _ = #value;));
        }
    }

    fn statement(&mut self, statement: &TokenStream) {
        self.flush();
        self.output.extend(statement.clone());
    }

    /// Where a call around a user's value points: at the value, for what the compiler says of it. An editor would
    /// explain the call in place of the value.
    fn call_span(&self, span: Span) -> Span {
        if self.is_editor {
            Span::mixed_site()
        } else {
            span.resolved_at(Span::mixed_site())
        }
    }

    /// The path to the private module, shown at the user's value.
    fn home_at(&self, span: Span) -> TokenStream {
        if self.is_editor {
            return self.home.clone();
        }
        let mut home = TokenStream::new();
        for mut token in self.home.clone() {
            token.set_span(span.resolved_at(token.span()));
            home.append(token);
        }
        home
    }
}

fn literals(program: Program) -> (Literal, Literal) {
    let (ops, texts) = program.into_strings();
    (Literal::string(&ops), Literal::string(&texts))
}

/// How many parts the children are likely to make.
fn room(children: &[Node]) -> usize {
    let mut room: usize = 0;
    for child in children {
        room = room.saturating_add(room_of(child));
    }
    room
}

fn room_of(child: &Node) -> usize {
    match child {
        Node::Element(_) | Node::Braces(_) => 1,
        Node::Text(text) => text.pieces.len(),
        Node::If(node) => most(&node.branches().0),
        Node::For(node) => room(&node.body).saturating_mul(LOOPS),
        Node::Match(node) => most(&each(&node.arms, |arm| arm.body.as_slice())),
        Node::Let(_) => 0,
    }
}

/// The room that one of the bodies needs.
fn most(bodies: &[&[Node]]) -> usize {
    let mut most = 0;
    for body in bodies {
        most = most.max(room(body));
    }
    most
}

fn op(place: Place) -> Op {
    match place {
        Place::Code => Op::Code,
        Place::UrlPart => Op::Component,
        _ => Op::Hole,
    }
}

fn url_op(index: usize, before: &str, after: Option<char>) -> Op {
    if index == 0 {
        return Op::Hole;
    }
    let (scheme, rest) = before.split_once(':').unwrap_or(("", before));
    if matches!(scheme, "mailto" | "tel") {
        return if rest.contains('?') {
            Op::Component
        } else {
            Op::Mailbox
        };
    }
    let is_in_authority = rest
        .strip_prefix("//")
        .is_some_and(|place| !place.contains(['/', '?', '#']));
    if is_in_authority && after.is_none_or(|c| matches!(c, '/' | '?' | '#')) {
        Op::Authority
    } else {
        Op::Component
    }
}

/// `&(expression)`, with the user's own tokens once, and the parentheses where the braces were. A single name needs none;
/// statements, and an expression that is not finished, keep the user's braces.
fn borrowed(braces: &Braces) -> TokenStream {
    let span = braces.group.span();
    let tokens = braces.group.stream();
    let value = if is_one_name(&tokens) {
        tokens
    } else if has_statements(&tokens) || is_unfinished(&tokens) {
        braces.group.to_token_stream()
    } else {
        let mut group = Group::new(Delimiter::Parenthesis, tokens);
        group.set_span(span);
        group.to_token_stream()
    };
    quote_spanned!(span=> &#value)
}

/// The expression as an argument: the call's own parentheses hold it.
fn owned(braces: &Braces) -> TokenStream {
    let tokens = braces.group.stream();
    if has_statements(&tokens) || is_unfinished(&tokens) {
        braces.group.to_token_stream()
    } else {
        tokens
    }
}

fn awaits(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "await",
        TokenTree::Group(group) => awaits(group.stream()),
        _ => false,
    })
}

fn is_one_name(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(
        (tokens.next(), tokens.next()),
        (Some(TokenTree::Ident(_)), None)
    )
}

fn has_statements(tokens: &TokenStream) -> bool {
    tokens
        .clone()
        .into_iter()
        .any(|token| matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';'))
}

fn is_unfinished(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().last(), Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '.' | ':'))
}
