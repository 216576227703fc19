// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace crema::http {

/// The methods that the door knows; every other word is refused before the router.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// The word on the wire, "GET".
[[nodiscard]] QByteArrayView methodName(Method method);

/// Reads the word exactly; methods are case-sensitive (RFC 9110 section 9.1).
[[nodiscard]] std::optional<Method> methodFromName(QByteArrayView name);

} // namespace crema::http
