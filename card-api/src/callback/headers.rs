use http::HeaderMap;

use super::VerifyError;

/// The one value of a header. Of two it is not known which one a server before this one has read.
pub(super) fn one<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
) -> Result<Option<&'a str>, VerifyError> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(VerifyError::Repeated(name));
    }
    let text = value.to_str().map_err(|_| VerifyError::Malformed(name))?;
    Ok(Some(text))
}

/// The same, where it has to be there.
pub(super) fn required<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
) -> Result<&'a str, VerifyError> {
    one(headers, name)?.ok_or(VerifyError::Missing(name))
}

/// The id and the signature in `<scheme> <id>:<signature>`.
pub(super) fn authorization<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
    scheme: &'static str,
) -> Result<(&'a str, &'a str), VerifyError> {
    let value = required(headers, name)?;
    let (found, rest) = value.split_once(' ').unwrap_or((value, ""));
    if found != scheme {
        return Err(VerifyError::Scheme { name, scheme });
    }
    let parts = rest.rsplit_once(':');
    parts.ok_or(VerifyError::Malformed(name))
}

/// `Content-Type`, which has to be that of JSON.
///
/// The parts of what is signed stand one after the other without anything between: a type of which the beginning is free
/// could give bytes to the URI. And in the form `Wps-Docs-…` the body of another type is not signed at all.
pub(super) fn json_type(headers: &HeaderMap) -> Result<&str, VerifyError> {
    let value = one(headers, "Content-Type")?.unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default();
    if essence.trim_end() == "application/json" {
        Ok(value)
    } else {
        Err(VerifyError::ContentType)
    }
}
