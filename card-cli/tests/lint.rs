//! `lint` finds every kind of violation, at its line and column.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod command;

use std::{collections::BTreeSet, path::Path};

use command::{message_card, run_in, scratch};
use message_card::{Card, wps365};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};

/// A document, and where `lint` finds what in it: `severity code`, each where the next `▶` stands that is not
/// part of the document.
struct Case {
    json: &'static str,
    arguments: &'static [&'static str],
    found: &'static [&'static str],
}

const fn case(json: &'static str, found: &'static [&'static str]) -> Case {
    Case {
        json,
        arguments: &[],
        found,
    }
}

const fn lost(
    arguments: &'static [&'static str],
    json: &'static str,
    found: &'static [&'static str],
) -> Case {
    Case {
        json,
        arguments,
        found,
    }
}

const WECOM: &[&str] = &["--targets", "wecom"];
const ALL: &[&str] = &["--targets", "wps,wps-webhook,wecom,dingtalk,text"];
const WPS365: &[&str] = &["--targets", "wps365"];

const CASES: &[Case] = &[
    // What cannot be read.
    case("▶", &["error syntax"]),
    case("▶ \n\t\r\n", &["error syntax"]),
    case(
        r#"{
  "elements": [▶,]
}"#,
        &["error syntax"],
    ),
    case(r#"{"中文": tru▶}"#, &["error syntax"]),
    case(r#"{"elements": [▶]"#, &["error syntax"]),
    case(r#"{"elements": [{"tag": "hr"}]} ▶x"#, &["error syntax"]),
    case(
        r#"{"elements": [
  {"tag": "hr",
   ▶"tag": "hr"}]}"#,
        &["error duplicate"],
    ),
    case(
        r#"{"elements": [{"tag": "hr"}],
 ▶"elem\u0065nts": []}"#,
        &["error duplicate"],
    ),
    case(
        r#"{"elements": [{"tag": "中",
 "x": ▶"\u0000"}]}"#,
        &["error nul"],
    ),
    case(
        "\u{feff}▶{\"elements\": [{\"tag\": ▶1}]}",
        &["error byte-order-mark", "error wrong-type"],
    ),
    case("▶[1]", &["error wrong-type"]),
    case("\n▶7", &["error wrong-type"]),
    case(
        r#"{"elements": [{"tag": "hr", "style": ▶null}]}"#,
        &["error null"],
    ),
    case(
        "{\"header\": {▶\"titel\": {}},\r\n \"elements\": ▶{}, ▶\"body\": 1}",
        &[
            "error unknown-field",
            "error wrong-type",
            "error unknown-field",
        ],
    ),
    case(
        r#"{"elements": [{"tag": "text", "content": {"type": ▶"plain", "text": "a"}}]}"#,
        &["error unknown-word"],
    ),
    case(
        r#"{"elements": [{"tag": "text", "content": {"type": "plainText", "text": "a"},
 "href": ▶{}}]}"#,
        &["error plain-href"],
    ),
    case(r#"▶{"errcode": 0}"#, &["error not-a-card"]),
    // An element that cannot be read does not hide the others.
    case(
        r#"{"elements": [
 {"tag": "hr", ▶"a": 1, ▶"b": 2},
 ▶{"style": "x"},
 {"tag": "action", "actions": ▶[]}]}"#,
        &[
            "error unknown-field",
            "error unknown-field",
            "error missing-field",
            "error empty-action",
        ],
    ),
    // The rules of cards.
    case("▶{}", &["error empty-card"]),
    case(
        r#"▶{"i18n": {
"en-US": ▶{},
▶"xx": {"elements": [{"tag": "hr"}]}}}"#,
        &["error empty-card", "error empty-card", "error unknown-name"],
    ),
    case(
        r#"{"elements":
▶[{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"},{"tag":"hr"}]}"#,
        &["error too-many"],
    ),
    case(
        r#"{"link": {"url": "https://a.cn",
 "pc_url": ▶"javascript:alert(1)"},
 "elements": [{"tag": "hr"}]}"#,
        &["error url"],
    ),
    case(
        r#"{"config": {"todo_switch": ▶"maybe",
  "filter_key": ▶"",
  "nonsupport_client": ▶{"client_type": ["pc", ▶"tv"]}},
"elements": [{"tag": "hr"}]}"#,
        &[
            "error unknown-name",
            "error empty",
            "error missing",
            "error unknown-name",
        ],
    ),
    case(
        r#"{"elements": [{"tag": "text", "content": {"type": "markdown",
 "text": ▶"**开始"}}]}"#,
        &["error markdown"],
    ),
    case(
        r#"{"elements": [{"tag": "text", "content": {"type": "markdown", "text": ▶"[a]($b)"},
 "href": {▶"c/d~\u0065": {"url": "https://a.cn"}}}]}"#,
        &["error undefined-variable", "error unused-variable"],
    ),
    case(
        r#"{"elements": [{"tag": "text", "content": {"type": "plainText", "text": ▶"a\u0007"}}]}"#,
        &["error control-character"],
    ),
    case(
        r#"{"elements": [{"tag": "div", "fields": ▶[]},
 {"tag": "div", "fields": [▶{"tag": "text", "content": {"type": "plainText", "text": "a"}}]}]}"#,
        &["error empty-div", "error plain-column"],
    ),
    case(
        r#"{"elements": [{"tag": "picText", "img": {"store_key": ▶""},
 "text": {"type": "markdown", "text": "[a]($b)"},
 "href": ▶{"b": {"url": "https://a.cn"}}}]}"#,
        &["error empty", "error href-in-pic-text"],
    ),
    case(
        r#"{"elements": [{"tag": "action", "actions": [
 ▶{"tag": "button", "content": {"type": "plainText", "text": "查看"}},
 ▶{"tag": "button", "content": {"type": "plainText", "text": "查看"}, "key": "a", "url": "https://a.cn"}]}]}"#,
        &["error no-action", "error several-actions"],
    ),
    // One element of a card.
    case(
        r#"{"tag": "div", "fields": ▶[], "division": ▶"6:6"}"#,
        &["error empty-div", "error unknown-name"],
    ),
    case(r#"{"tag": "hr", ▶"x": 1}"#, &["error unknown-field"]),
    // Markdown, whatever tags it has.
    case(
        r#"{"content": {"card": {"i18n_items": [{"key": "zh-CN", "value": {
 "header": {"title": {"tag": "text", "text": {"type": "markdown", "content": ▶"`a"}}},
 "elements": [
 {"text": {"tag": "text", "text": {"type": "markdown", "content": ▶▶▶"**a [b]($c) <b>d</b> <at id='2'>e</at>"}, "href": [
   {"key": ▶"d", "value": {"url": "https://a.cn"}}]}},
 {"text": {"tag": "text", "text": {"type": "plain", "content": "**a [b]($c)"}}},
 {"div": {"tag": "div", "division": "middle", "fields": [
   {"tag": "text", "text": {"type": "markdown", "content": ▶"[b](javascript:c)"}},
   {"tag": "text", "text": {"type": "markdown", "content": "**b** [c]($d)"}, "href": [
   {"key": "d", "value": {"url": "https://a.cn"}}]}]}}]}}]}}, "type": "card"}"#,
        &[
            "error markdown",
            "error markdown",
            "error undefined-variable",
            "error undefined-mention",
            "error unused-variable",
            "error markdown",
        ],
    ),
    // One element of them.
    case(r#"{"hr": {"tag": "hr"}}"#, &[]),
    case(r#"{"table": {"tag": "table", "rows": 1}}"#, &[]),
    case(r#"▶{"hr": {"tag": "line"}}"#, &["error missing"]),
    case(
        r#"{"text": {"tag": "text", ▶"size": 1, "text": {"type": "markdown", "content": "**a"}}}"#,
        &["error unknown-field"],
    ),
    case(
        r#"{"div": {"tag": "div", "division": ▶"up", "fields": [{"tag": "text", "text": {"type": "markdown", "content": ▶"**a"}}],
 "link": {"url": ▶"a"}}}"#,
        &["error unknown-name", "error markdown", "error url"],
    ),
    case(
        r#"{"text": {"tag": "text", "text": ▶[]}}"#,
        &["error wrong-type"],
    ),
    lost(
        WECOM,
        r#"{"text": {"tag": "text", "text": {"type": "markdown", "text_size": ▶"large", "content": ▶"~~x~~"}}}"#,
        &["info dropped", "degraded replaced"],
    ),
    lost(
        WECOM,
        r#"▶{"button": {"tag": "button", "style": "secondary", "text": {"type": "plain", "content": "回滚"}, "key": "k"}}"#,
        &["lost replaced"],
    ),
    // Messages.
    case(
        r#"{"msg_type": 23, "app_key": ▶"", "utype": ▶2, "to_chats": ▶[],
 "content": {"type": 23, "content": {
  "elements": [{"tag": "action", "actions": ▶[]}]}}}"#,
        &[
            "error empty",
            "error utype",
            "error no-receivers",
            "error empty-action",
        ],
    ),
    case(
        r#"▶▶▶{"msg_type": 23, "app_key": "a", "utype": 1,
 "to_users": {"company_uids": [▶""]}, "content": {"type": 23, "content": {"elements": [{"tag": "hr"}]}}}"#,
        &[
            "error needed-for-update",
            "error needed-for-update",
            "error needed-for-update",
            "error empty-id",
        ],
    ),
    case(
        r#"▶{"msg_type": 23, "app_key": "a", "content": {"type": 23, "content": {"elements": [{"tag": "hr"}]}}}"#,
        &["error receivers"],
    ),
    case(
        r#"{"msg_type": 12, "app_key": "a", "to_chats": [1],
 "content": {"type": ▶13}}"#,
        &["error other-kind"],
    ),
    case(
        r#"{"type": 23,
 "content": {"elements": ▶5}}"#,
        &["error wrong-type"],
    ),
    case(
        r#"{"msgtype": "card",
 "card": {"elements": [{"tag": "text", "content": {"type": "markdown", "text": ▶"<at>"}}]}}"#,
        &["error markdown"],
    ),
    case(
        r#"{"msgtype": "text",
 "text": {"content": ▶""}}"#,
        &["error empty"],
    ),
    case(
        r#"{"msgtype": "markdown", "markdown": {"title": ▶"",
 "text": "a"}}"#,
        &["error empty"],
    ),
    case(
        r#"{"msgtype": "template_card", "template_card": {"card_type": "news_notice", "main_title": {"title": "a"},
 "card_image": {"url": "https://a.cn/1.png", "aspect_ratio": ▶9}, "card_action": {"type": 1, "url": "https://a.cn"}}}"#,
        &["error out-of-range"],
    ),
    case(
        r#"{"link": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x", "data": [
 {"msgtype": "text", "text": {"content": "a"}},
 {"msgtype": "text", "text": {"content": ▶""}}]}"#,
        &["error empty"],
    ),
    // What rooms do not show.
    lost(
        WECOM,
        r#"{"elements": [{"tag": "action", "actions": [
 ▶{"tag": "button", "content": {"type": "plainText", "text": "回滚"}, "key": "k"},
 ▶{"tag": "button", "content": {"type": "plainText", "text": "看"}, "url": "https://a.cn", "style": "secondary"}]}]}"#,
        &["lost replaced", "info replaced"],
    ),
    lost(
        ALL,
        r#"{"elements": [{"tag": "text", "content": {"type": "markdown",
 "text": ▶▶▶▶▶▶"<at email='a@wps.cn'>林</at> ~~x~~"}}]}"#,
        &[
            "lost mention-lost",
            "degraded replaced",
            "lost mention-lost",
            "degraded replaced",
            "lost mention-lost",
            "degraded replaced",
        ],
    ),
    lost(
        WECOM,
        r#"{"elements": [▶{"tag": "text", "content": {"type": "plainText",
 "text": "a [b](c)"}}]}"#,
        &["info rewritten"],
    ),
    lost(
        &["--targets", "dingtalk"],
        r#"▶{"elements": [{"tag": "action", "actions": [{"tag": "button", "style": ▶"secondary",
 "content": {"type": "plainText", "text": "看"}, "url": "https://a.cn"}]}]}"#,
        &["info replaced", "info dropped"],
    ),
    lost(
        WPS365,
        r#"{"elements": [{"tag": "text", "content": {"type": "markdown", "text":
 ▶"<at email='a@wps.cn'>林</at>"}}, ▶{"tag": "hr"}]}"#,
        &["lost mention-lost", "info replaced"],
    ),
];

/// Cards of the newer dialect, and messages with one.
const NEWER: &[Case] = &[
    // What cannot be read.
    case(r#"{"i18n_items": ▶{}}"#, &["error wrong-type"]),
    case(
        r#"{"i18n_items": [▶7, ▶{}, ▶null]}"#,
        &[
            "error wrong-type",
            "error missing-field",
            "error wrong-type",
        ],
    ),
    case(
        r#"{"config": {"shared_card": ▶"no"}, "link": {"url": "https://a.cn", ▶"web_url": 1}, ▶"body": 1,
 "i18n_items": [{"key": ▶7, ▶"lang": "en-US", "value": {"header": ▶[], ▶"footer": 1, "elements": [
  {"text": {"tag": "text", "text": {"type": ▶"plainText", "content": "a"}}},
  {"text": {▶"txt": 1, "tag": "text", "text": {"type": "plain", "content": "a", ▶"size": 1, ▶"colour": 2}}},
  {▶"tag": "text", "text": {"tag": "text", "text": {"type": "plain", "content": "a"}}},
  ▶"text",
  {"div": {"tag": "div", "division": "middle", "fields": ▶{}}},
  {"div": {"tag": "div", "division": ▶"half", "fields": ▶[]}}]}},
 {"key": ▶"xx", "value": ▶5},
 {"key": "en-US", "value": {"elements": ▶{}}},
 {"key": "zh-TW", "value": {"elements": [{"text": ▶{"tag": "text"}}]}}]}"#,
        &[
            "error wrong-type",
            "error unknown-field",
            "error unknown-field",
            "error wrong-type",
            "error unknown-field",
            "error wrong-type",
            "error unknown-field",
            "error unknown-word",
            "error unknown-field",
            "error unknown-field",
            "error unknown-field",
            "error unknown-field",
            "error wrong-type",
            "error wrong-type",
            "error unknown-name",
            "error empty-div",
            "error unknown-name",
            "error wrong-type",
            "error wrong-type",
            "error missing-field",
        ],
    ),
    case(
        r#"{"config": {▶"filter": 1, "filter_key": ▶""}, "link": {▶"web_url": 1, "url": ▶"a"},
 "i18n_items": [{"key": ▶"xx", ▶"lang": 1, "value": {"elements": [
  {"text": {"tag": "text", "text": {"type": "plain", "content": "a", "text_size": ▶"huge"}}}]}}]}"#,
        &[
            "error unknown-field",
            "error empty",
            "error unknown-field",
            "error url",
            "error unknown-name",
            "error unknown-field",
            "error unknown-name",
        ],
    ),
    case(
        r#"{"config": {"filter_key": null}, "i18n_items": [{"key": "zh-CN",
 "value": {"elements": [{"hr": {"tag": "hr"}}]}, ▶"value": 1}]}"#,
        &["error duplicate"],
    ),
    case(
        "\u{feff}▶{\"i18n_items\": ▶[]}",
        &["error byte-order-mark", "error empty"],
    ),
    // The rules of cards.
    case(r#"{"i18n_items": ▶[]}"#, &["error empty"]),
    case(r#"{"card": {"i18n_items": ▶[]}}"#, &["error empty"]),
    case(
        r#"{"config": {"allowd_operate_list": ["accept_all", ▶"print"], "processing_state": ▶"half", "filter_key": ▶"",
  "nonsupport_client": {"client_type": [▶"tv"], "describe": ▶""}},
 "i18n_items": [{"key": "zh-CN", "value": {"elements": [{"hr": {"tag": "hr"}}]}}]}"#,
        &[
            "error unknown-name",
            "error unknown-name",
            "error empty",
            "error unknown-name",
            "error empty",
        ],
    ),
    case(
        r#"{"config": {"nonsupport_client": ▶{"client_type": ▶[]}}, "link": {"url": ▶"evil", "pc_url": "",
 "ios_url": ▶"javascript:alert(1)"},
 "i18n_items": [{"key": "zh-CN", "value": ▶{}}, {"key": "zh-TW"}, {"key": "en-US"}]}"#,
        &[
            "error missing",
            "error empty",
            "error url",
            "error url",
            "error empty-card",
        ],
    ),
    case(
        r#"{"i18n_items": [{"key": "en-US"}, {"key": ▶"fr-FR"},
 {"key": ▶"en-US"}]}"#,
        &["error unknown-name", "error duplicate-language"],
    ),
    case(
        r#"{"i18n_items": [{"key": "zh-CN", "value": {"elements":
▶[{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}},{"hr":{"tag":"hr"}}]}}]}"#,
        &["error too-many"],
    ),
    case(
        r#"{"i18n_items": [{"key": "zh-CN", "value": {
 "header": {"title": {"tag": "text", "text": {"type": "plain", "content": ▶"a\u0007"}},
  "subtitle": {"tag": "text", "text": {"type": "plain", "content": "a", "text_size": ▶"giant"}}},
 "elements": [
 {"text": {"tag": "text", "text": {"type": "markdown", "content": "a", "text_align": ▶"top", "icon": {"tag": "custom_icon",
   "storage_key": ▶""}}, "href": [{"key": ▶"", "value": {"url": ▶"/a"}}], "link": {"url": ▶""}}},
 ▶{"hr": {}},
 {"div": {"tag": "div", "division": "middle", "fields": [{"tag": "text", "text": {"type": "plain", "content": ▶"\u0008"}}],
   "link": {"url": "https://a.cn", "android_url": ▶"a"}}},
 {"button": {"tag": "button", "style": ▶"", "text": {"type": "plain", "content": ▶""}, "key": ▶"", "url": ▶"a", "href": [
   {"key": "url_val", "value": {"url": ▶"b"}}]}},
 {"button": {"tag": "button", "style": "x", "text": {"type": "plain", "content": ▶"\u0001"}}}]}}]}"#,
        &[
            "error control-character",
            "error unknown-name",
            "error unknown-name",
            "error empty",
            "error empty",
            "error url",
            "error url",
            "error missing",
            "error control-character",
            "error url",
            "error empty",
            "error empty",
            "error empty",
            "error url",
            "error url",
            "error control-character",
        ],
    ),
    // Messages.
    case(
        r#"{"type": "card", "receiver": {"type": "chat", "receiver_id": "c1"}, "mentions": [
  {"id": ▶"", "type": "user", "identity": {"company_id": ▶"", "id": ▶"", "type": "user"}},
  ▶{"id": "2", "type": "user"},
  {"id": "1", "type": ▶"everybody"},
  {"id": "1", "type": "all", ▶"name": 1}],
 "content": {"card": {"i18n_items": ▶[]}}}"#,
        &[
            "error empty",
            "error empty",
            "error empty",
            "error missing-field",
            "error unknown-word",
            "error unknown-field",
            "error empty",
        ],
    ),
    case(
        r#"{"type": ▶"text", ▶"title": 1, "receivers": ▶[], "mentions": ▶{},
 "content": {"card": ▶{}, ▶"text": 1}}"#,
        &[
            "error unknown-word",
            "error unknown-field",
            "error empty",
            "error wrong-type",
            "error missing-field",
            "error unknown-field",
        ],
    ),
    // Whom they mention.
    case(
        r#"{"type": "card", "mentions": [{"id": "1", "type": "all"}], "content": {"card": {"i18n_items": [{"key": "zh-CN", "value": {"elements": [
  {"text": {"tag": "text", "text": {"type": "markdown", "content": "<at id=\"1\">所有人</at>"}}},
  {"text": {"tag": "text", "text": {"type": "plain", "content": "<at id=\"2\">林亮</at>"}}},
  {"text": {"tag": "text", "text": {"type": "markdown", "content": ▶▶"<at id=\"2\">林亮</at> <at id=\"3\">赵云</at> <at id=\"1\">所有人</at>"}}}]}}]}}}"#,
        &["error undefined-mention", "error undefined-mention"],
    ),
    // Who gets them.
    case(
        r#"{"type": "card", "receiver": {"type": "enterprise_partner_user", "partner_id": "p", "receiver_id": "1"},
 "content": {"card": {"i18n_items": [{"key": "zh-CN"}]}}}"#,
        &[],
    ),
    case(
        r#"{"type": "card", "receiver": {"type": ▶"dept", "partner_id": ▶"", "receiver_id": ▶7, ▶"id": 1},
 "content": {"card": {"i18n_items": [{"key": "zh-CN"}]}}}"#,
        &[
            "error unknown-word",
            "error empty",
            "error wrong-type",
            "error unknown-field",
        ],
    ),
    case(
        r#"{"type": "card", "receivers": [{"type": "company", "receiver_ids": ["1"]}, {"type": "chat", "receiver_ids": ["1", "2"]},
 {"type": "company", "receiver_ids": ▶["1", "2"]}, {"type": ▶7, "partner_id": ▶null, "receiver_ids": [▶"", ▶7]},
 ▶▶{}, ▶7, {"type": "user", "receiver_ids": ▶[]}, {"type": "dept", "receiver_ids": ▶"1", ▶"a/b": 1}],
 "content": {"card": {"i18n_items": [{"key": "zh-CN"}]}}}"#,
        &[
            "error too-many",
            "error wrong-type",
            "error null",
            "error empty",
            "error wrong-type",
            "error missing-field",
            "error missing-field",
            "error wrong-type",
            "error empty",
            "error wrong-type",
            "error unknown-field",
        ],
    ),
    case(
        r#"{"type": "card", "receiver": ▶[], ▶"receivers": ▶{}, "content": {"card": {"i18n_items": [{"key": "zh-CN"}]}}}"#,
        &["error wrong-type", "error receivers", "error wrong-type"],
    ),
    case(
        r#"{"type": "card", "receiver": {"type": "chat", "receiver_id": "1"}, ▶"receivers": [{"type": "chat", "receiver_ids": ["1"]}],
 "content": {"card": {"i18n_items": [{"key": "zh-CN"}]}}}"#,
        &["error receivers"],
    ),
    case(
        r#"▶{"content": {"card": {"i18n_items": ▶[]}}}"#,
        &["error missing-field", "error empty"],
    ),
    case(
        r#"{"type": "card", "content": {"card": ▶{"elements": [{"tag": "hr"}]}}}"#,
        &["error not-a-card"],
    ),
    // In messages of the older dialect it is none.
    case(
        r#"{"msgtype": "card", "card": ▶{"i18n_items": []}}"#,
        &["error not-a-card"],
    ),
    case(
        r#"{"msg_type": 23, "app_key": "a", "to_chats": [1], "content": {"type": 23, "content": ▶{"i18n_items": []}}}"#,
        &["error not-a-card"],
    ),
    // What rooms do not show of it; its own room shows it as it is.
    lost(
        WECOM,
        r#"{"config": {"processing_state": ▶"processed", "shared_card": ▶true}, "i18n_items": [
 {"key": "zh-CN", "value": {"elements": [
  {"text": {"tag": "text", "text": {"type": "markdown", "text_size": ▶"large", "content": ▶▶"~~x~~ <at id='2'>林亮</at>"}}},
  ▶{"table": {"tag": "table"}},
  {"text": {"tag": "text", "text": {"type": "markdown", "content": "[a]($b/~c)"}, "href": [
   {"key": "b/~c", "value": {"url": "https://a.cn"}}, ▶{"key": "b/~c", "value": {"url": "https://b.cn"}}]}},
  ▶{"hr": {"tag": "hr"}},
  ▶{"button": {"tag": "button", "style": "secondary", "text": {"type": "plain", "content": "回滚"}, "key": "k"}},
  ▶{"table": {"tag": "table"}},
  ▶{"button": {"tag": "button", "style": "secondary", "text": {"type": "plain", "content": "看"}, "url": "https://a.cn"}}]}},
 {"key": ▶▶"fr-FR", "value": ▶{"elements": [{"hr": {"tag": "hr"}}]}}]}"#,
        &[
            "degraded dropped",
            "info dropped",
            "info dropped",
            "lost mention-lost",
            "degraded replaced",
            "lost dropped",
            "degraded dropped",
            "info replaced",
            "lost replaced",
            "lost dropped",
            "info replaced",
            "error unknown-name",
            "info replaced",
            "info dropped",
        ],
    ),
    lost(
        WPS365,
        r#"{"i18n_items": [{"key": "zh-CN", "value": {"elements": [
 {"text": {"tag": "text", "text": {"type": "markdown", "text_size": "large", "content": "<at id='2'>林亮</at>"}}},
 {"hr": {"tag": "hr"}}, {"table": {"tag": "table"}}]}}]}"#,
        &[],
    ),
];

/// The document without its marks, and `line:column` of each of them.
fn unmarked(marked: &str) -> (String, Vec<String>) {
    let (mut json, mut places) = (String::new(), Vec::new());
    let (mut line, mut column) = (1, 1);
    for c in marked.chars() {
        match c {
            '▶' => places.push(format!("{line}:{column}")),
            '\n' => (line, column) = (line + 1, 1),
            // It is no part of the text.
            '\u{feff}' => {}
            _ => column += 1,
        }
        if c != '▶' {
            json.push(c);
        }
    }
    (json, places)
}

fn lint(case: &Case, json: &str) -> Vec<String> {
    let run = message_card(&[&["lint"], case.arguments].concat(), json.as_bytes());
    let lines = run.stdout.lines().map(|line| {
        let line = line.strip_prefix("<stdin>:").expect("the file's name");
        let mut words = line.splitn(4, ' ');
        let head: Vec<_> = words.by_ref().take(3).collect();
        assert!(words.next().is_some_and(|message| !message.is_empty()));
        head.join(" ")
    });
    lines.collect()
}

#[test]
fn every_kind_is_found_at_its_place() {
    for case in CASES.iter().chain(NEWER) {
        let (json, places) = unmarked(case.json);
        assert_eq!(places.len(), case.found.len(), "{}", case.json);
        let expected = places.iter().zip(case.found);
        let expected: Vec<_> = expected
            .map(|(place, found)| format!("{place} {found}"))
            .collect();
        assert_eq!(lint(case, &json), expected, "{json}");
    }
}

/// Documents that are too long to be written here, and what is found in them.
fn long_cases() -> Vec<(String, &'static [&'static str], &'static str)> {
    let card = |text: &str| {
        let content = format!(r#"{{"type":"plainText","text":"{text}"}}"#);
        format!(r#"{{"elements":[{{"tag":"text","content":{content}}}]}}"#)
    };
    let newer = |text: &str| {
        let text = format!(r#"{{"tag":"text","text":{{"type":"plain","content":"{text}"}}}}"#);
        format!(
            r#"{{"i18n_items":[{{"key":"zh-CN","value":{{"elements":[{{"text":{text}}}]}}}}]}}"#
        )
    };
    let to = |kind: &str, count| {
        let ids = [r#""1""#].repeat(count).join(",");
        format!(
            r#"{{"type":"card","receivers":[{{"type":"{kind}","receiver_ids":[{ids}]}}],"content":{{"card":{{}}}}}}"#
        )
    };
    let nested = "[".repeat(200) + &"]".repeat(200);
    vec![
        (card(&"字".repeat(5001)), &[], "1:1 error too-long"),
        (card(&"字".repeat(2000)), WECOM, "1:14 lost clamped"),
        (" ".repeat((64 << 20) + 1), &[], "1:1 error too-large"),
        (
            format!(r#"{{"elements":[{{"tag":"x","y":{nested}}}]}}"#),
            &[],
            "1:153 error too-deep",
        ),
        (
            format!(r#"{{"i18n":{{"{}":{{}}}}}}"#, "x".repeat(300)),
            &[],
            "1:9 error unknown-name",
        ),
        (newer(&"字".repeat(15_001)), &[], "1:1 error too-long"),
        (newer(&"字".repeat(2000)), WECOM, "1:52 lost clamped"),
        (
            format!(
                r#"{{"type":"card","mentions":[{}],"content":{{"card":{{"i18n_items":[]}}}}}}"#,
                [r#"{"id":"1","type":"all"}"#; 101].join(",")
            ),
            &[],
            "1:27 error too-many",
        ),
        (to("user", 201), &[], "1:59 error too-many"),
        (
            to("enterprise_partner_dept", 51),
            &[],
            "1:78 error too-many",
        ),
        (
            format!(
                r#"{{"i18n_items":[{{"key":"zh-CN"}},{{"key":"{}"}}]}}"#,
                "x".repeat(300)
            ),
            WECOM,
            "1:15 error unknown-name",
        ),
    ]
}

#[test]
fn what_is_too_long_is_found() {
    for (json, arguments, expected) in long_cases() {
        let run = message_card(&[&["lint"], arguments].concat(), json.as_bytes());
        let begin: String = json.chars().take(80).collect();
        let head = format!("<stdin>:{expected} ");
        assert!(
            run.stdout.lines().any(|line| line.starts_with(&head)),
            "{begin}: {}",
            run.stdout
        );
    }
}

#[test]
fn every_code_has_a_case() {
    let printed = message_card(&["codes"], b"").stdout;
    let codes: BTreeSet<&str> = printed.lines().collect();
    let of_line = |line: &'static str| line.rsplit(' ').next().expect("a word");
    let found = CASES
        .iter()
        .chain(NEWER)
        .flat_map(|case| case.found)
        .copied();
    let long = long_cases().into_iter().map(|(_, _, found)| found);
    let mut shown: BTreeSet<&str> = found.chain(long).map(of_line).collect();
    // Its case is in `bytes_that_are_no_text`.
    shown.insert("not-utf-8");
    let missing: Vec<_> = codes.difference(&shown).collect();
    let unknown: Vec<_> = shown.difference(&codes).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "{missing:?} {unknown:?}"
    );
}

#[test]
fn bytes_that_are_no_text() {
    let run = message_card(&["lint"], b"{\"a\":\n \"\xe4\xb8\xad\xff\"}");
    assert_eq!(
        run.stdout,
        "<stdin>:2:4 error not-utf-8 not UTF-8, which JSON has to be\n"
    );
    let run = message_card(&["lint"], &[0, 1, 2, 0x7f, b'E', b'L', b'F']);
    assert!(run.stdout.starts_with("<stdin>:1:1 error syntax not JSON"));
}

#[test]
fn the_exit_status_is_the_severitys() {
    let fine = br#"{"elements":[{"tag":"hr"}]}"#;
    let wrong = br#"{"elements":[{"tag":"div","fields":[]}]}"#;
    let lossy =
        br#"{"elements":[{"tag":"text","content":{"type":"plainText","text":"a [b](c)"}}]}"#;
    let code = |arguments: &[&str], json: &[u8]| message_card(arguments, json).code;
    assert_eq!(code(&["lint"], fine), Some(0));
    assert_eq!(code(&["lint", "-"], wrong), Some(1));
    assert_eq!(code(&["lint", "--targets", "wecom"], lossy), Some(0));
    for (deny, status) in [("info", 1), ("degraded", 0), ("lost", 0), ("error", 0)] {
        let arguments = ["lint", "--targets", "wecom", "--deny", deny];
        assert_eq!(code(&arguments, lossy), Some(status), "{deny}");
    }
    assert_eq!(code(&["lint", "--deny", "never"], fine), Some(2));
    assert_eq!(code(&["lnt"], fine), Some(2));
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let folder = scratch("unread");
    let wrong = folder.join("wrong.json");
    std::fs::write(&wrong, r#"{"elements":[{"tag":"div","fields":[]}]}"#).expect("a file");
    let (wrong, folder) = (wrong.to_string_lossy(), folder.to_string_lossy());
    let run = message_card(&["lint", "no such file", &folder, &wrong], b"");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stdout.contains("wrong.json:1:36 error empty-div"),
        "{}",
        run.stdout
    );
    let errors: Vec<_> = run.stderr.lines().collect();
    assert!(errors[0].starts_with("message-card: cannot read `no such file`: "));
    assert!(errors[1].starts_with("message-card: cannot read `"));
    assert_eq!(errors[2], "message-card: 2 files could not be read");
}

/// A document whose words try to be the terminal's, the runner's or the format's.
const HOSTILE: &str =
    "{\"elements\":[{\"tag\":\"hr\",\"\\u001b[2J\\n::error::x%0A,line=9\\u009b\\u202e\":1}]}";

#[test]
fn nothing_in_a_file_becomes_a_command() {
    for format in ["text", "json", "github", "sarif"] {
        let run = message_card(&["lint", "--format", format], HOSTILE.as_bytes());
        assert!(
            run.stdout.chars().all(|c| c == '\n' || !c.is_control())
                && !run.stdout.contains('\u{202e}'),
            "{format}: {:?}",
            run.stdout
        );
        let commands = run
            .stdout
            .lines()
            .filter(|line| line.trim_start().starts_with("::"));
        assert_eq!(
            commands.count(),
            usize::from(format == "github"),
            "{format}"
        );
    }
}

#[test]
fn github_takes_a_command_for_each() {
    let run = message_card(
        &["lint", "--format", "github"],
        br#"{"elements":[{"tag":"hr","50%":1}]}"#,
    );
    assert_eq!(
        run.stdout,
        "::error file=<stdin>,line=1,col=26,title=unknown-field::unknown field `50%25`; expected `tag` or `style`\n"
    );
}

#[test]
fn json_holds_every_part() {
    let run = message_card(
        &["lint", "--format", "json"],
        br#"{"elements":[{"tag":"div","fields":[]}]}"#,
    );
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(
        found,
        serde_json::json!([{
            "file": "<stdin>", "line": 1, "column": 36, "pointer": "/elements/0/fields",
            "severity": "error", "code": "empty-div",
            "message": "the `div` has no columns, add one or remove it",
        }])
    );
    assert_eq!(
        message_card(
            &["lint", "--format", "json"],
            br#"{"elements":[{"tag":"hr"}]}"#
        )
        .stdout,
        "[]\n"
    );
}

#[test]
fn sarif_has_what_the_schema_requires() {
    let json = br#"{"elements":[{"tag":"div","fields":[]},{"tag":"x","x":1}]}"#;
    let arguments = ["lint", "--format", "sarif", "--targets", "wecom"];
    let log: serde_json::Value =
        serde_json::from_str(&message_card(&arguments, json).stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "message-card");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules: Vec<_> = run["tool"]["driver"]["rules"]
        .as_array()
        .expect("rules")
        .iter()
        .map(|rule| &rule["id"])
        .collect();
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    for result in results {
        assert!(rules.contains(&&result["ruleId"]));
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%3Cstdin%3E");
        assert!(place["region"]["startLine"].as_u64() >= Some(1));
        assert!(place["region"]["startColumn"].as_u64() >= Some(1));
    }
}

#[test]
fn what_is_cut_off_or_broken_is_refused_without_a_panic() {
    let whole = include_str!("cases/wps/legacy-send-approval-request-partial.json");
    broken_is_refused(whole, &scratch("broken"));
    let whole = include_str!("cases/wps365/every-part.json");
    broken_is_refused(whole, &scratch("broken-newer"));
}

fn broken_is_refused(whole: &str, folder: &Path) {
    let mut files = Vec::new();
    let mut add = |bytes: &[u8]| {
        let file = folder.join(format!("{}.json", files.len()));
        std::fs::write(&file, bytes).expect("a file");
        files.push(file.to_string_lossy().into_owned());
    };
    for end in (0..whole.len()).step_by(7) {
        add(&whole.as_bytes()[..end]);
    }
    for (index, byte) in [b'{', b'"', b'\\', b'}', 0, 0xff, b',']
        .iter()
        .cycle()
        .enumerate()
        .take(300)
    {
        let mut broken = whole.as_bytes().to_vec();
        let at = index * 5 % broken.len();
        broken[at] = *byte;
        add(&broken);
    }
    let mut arguments = vec!["lint", "--targets", "wecom,dingtalk,text"];
    arguments.extend(files.iter().map(String::as_str));
    let run = message_card(&arguments, b"");
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let found: BTreeSet<&str> = run
        .stdout
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    // What is broken in a text may still be a card.
    assert!(
        found.len() > files.len() * 3 / 4,
        "{} of {}",
        found.len(),
        files.len()
    );
}

/// What `lint` finds in random cards is what the library finds, no more and no less.
#[test]
fn random_cards_break_what_the_library_says() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = property_tests::card();
    let folder = scratch("random");
    let (mut files, mut expected) = (Vec::new(), Vec::new());
    while files.len() < 300 {
        let card = strategy.new_tree(&mut runner).expect("a card").current();
        let Ok(card) = Card::from_json(&card.to_json()) else {
            continue;
        };
        let file = format!("{}.json", files.len());
        let json = serde_json::to_string_pretty(&card).expect("JSON");
        std::fs::write(folder.join(&file), json).expect("a file");
        let found = card.validate().err();
        let found = found.iter().flatten();
        expected.extend(found.map(|violation| {
            (
                file.clone(),
                violation.pointer.clone(),
                violation.rule.code().to_owned(),
            )
        }));
        files.push(file);
    }
    let mut arguments = vec!["lint", "--format", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let run = run_in(&folder, &arguments, b"");
    let found: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).expect("JSON");
    let text = |finding: &serde_json::Value, field: &str| {
        finding[field].as_str().expect("a text").to_owned()
    };
    let mut found: Vec<_> = found
        .iter()
        .map(|finding| {
            (
                text(finding, "file"),
                text(finding, "pointer"),
                text(finding, "code"),
            )
        })
        .collect();
    found.sort();
    expected.sort();
    assert!(expected.len() > 300);
    assert_eq!(found, expected);
}

/// What `lint` finds in the real messages and cards of the newer dialect: nothing, or that they are skeletons.
#[test]
fn real_cards_of_the_newer_dialect_keep_to_the_rules() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/wps");
    let found = |name: &str| {
        let run = run_in(&cases, &["lint", name], b"");
        let lines = run.stdout.lines().map(|line| {
            let words: Vec<_> = line.split(' ').take(3).collect();
            words.join(" ").replace(name, "")
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(found("v7-card-dsh-wps-bot.json"), [""; 0]);
    assert_eq!(found("v7-card-streaming-draft.json"), [""; 0]);
    assert_eq!(
        found("v7-update-request-skeleton.json"),
        [":2:11 error unknown-word", ":4:13 error missing-field"]
    );
    for none in [
        "v7-batch-create-request.json",
        "v7-batch-create-response.json",
        "v7-callback-button.json",
        "v7-callback-input.json",
        "v7-el-div-partial.json",
        "v7-update-response.json",
    ] {
        assert_eq!(found(none), [":1:1 error not-a-card"], "{none}");
    }
    let arguments = ["lint", "--targets", "wps", "v7-card-streaming-draft.json"];
    assert_eq!(
        run_in(&cases, &arguments, b"").stdout,
        "v7-card-streaming-draft.json:10:29 degraded dropped wps: the older dialect has no `processing_state`, it is left out\n"
    );
}

/// What `lint` finds in a card of the newer dialect of which one value is another is what the library finds in it; where the
/// library cannot read the card, its error is among what is found.
#[test]
fn changed_cards_of_the_newer_dialect_are_what_the_library_says() {
    let whole: Value = serde_json::from_str(include_str!("cases/wps365/every-part.json")).unwrap();
    let mut pointers = Vec::new();
    pointers_of(&whole, String::new(), &mut pointers);
    let folder = scratch("changed");
    let (mut files, mut expected) = (Vec::new(), Vec::new());
    let instead = [
        json!(7),
        json!(""),
        json!("\u{7}"),
        json!([]),
        json!({}),
        json!({"x": 1}),
    ];
    for pointer in &pointers {
        for instead in &instead {
            let mut changed = whole.clone();
            *changed.pointer_mut(pointer).expect("a value") = instead.clone();
            if changed.get("i18n_items").is_none() {
                continue;
            }
            let file = format!("{}.json", files.len());
            std::fs::write(folder.join(&file), changed.to_string()).expect("a file");
            let found: Vec<_> = match wps365::Card::from_value(changed) {
                Err(error) => vec![(error.pointer, error.kind.code().to_owned())],
                Ok(card) => {
                    let found = [card.validate(), card.validate_markdown()];
                    let found = found.into_iter().filter_map(Result::err).flatten();
                    found
                        .map(|found| (found.pointer.clone(), found.rule.code().to_owned()))
                        .collect()
                }
            };
            expected.push(found);
            files.push(file);
        }
    }
    let mut arguments = vec!["lint", "--format", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let run = run_in(&folder, &arguments, b"");
    let found: Vec<Value> = serde_json::from_str(&run.stdout).expect("JSON");
    for (file, mut expected) in files.iter().zip(expected) {
        let of_file = found.iter().filter(|finding| finding["file"] == **file);
        let text = |finding: &Value, field: &str| finding[field].as_str().unwrap().to_owned();
        let mut of_file: Vec<_> = of_file
            .map(|finding| (text(finding, "pointer"), text(finding, "code")))
            .collect();
        let is_read = !expected
            .iter()
            .any(|(_, code)| message_card::ReadErrorKind::CODES.contains(&code.as_str()));
        if is_read {
            of_file.sort();
            expected.sort();
            assert_eq!(of_file, expected, "{file}");
        } else {
            assert!(
                of_file.contains(&expected[0]),
                "{file}: {of_file:?} {expected:?}"
            );
        }
    }
    assert!(files.len() > 600);
}

fn pointers_of(value: &Value, pointer: String, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers_of(item, format!("{pointer}/{index}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers_of(value, format!("{pointer}/{name}"), out);
            }
        }
        _ => {}
    }
    if !pointer.is_empty() {
        out.push(pointer);
    }
}
