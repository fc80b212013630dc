/// Lets people come in by an OpenID Connect issuer of their own, and programs by its access tokens.
///
/// In: a browser's way to the issuer and back (authorisation code with PKCE), or a JWT in the
/// `Authorization` header. Out: a [org.jumelles.service.exchange.Caller], where the issuer's
/// subject is the login of an account here; what that account may read is said by the partnership's
/// record. Sessions live in memory, eight hours at most, and their secrets in a cookie that no
/// script reads. Documents: [OpenIDConnectCore], [RFC7636], [RFC9068], [RFC9207];
/// `docs/services.md`, "Login".
@NullMarked
package org.jumelles.service.login;

import org.jspecify.annotations.NullMarked;
