// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/method.h"

#include <array>
#include <utility>

namespace crema::http {
namespace {

constexpr std::array<std::pair<Method, const char *>, 7> names{{{Method::Get, "GET"},
                                                                {Method::Head, "HEAD"},
                                                                {Method::Post, "POST"},
                                                                {Method::Put, "PUT"},
                                                                {Method::Patch, "PATCH"},
                                                                {Method::Delete, "DELETE"},
                                                                {Method::Options, "OPTIONS"}}};

} // namespace

QByteArrayView methodName(Method method)
{
    return names[static_cast<std::size_t>(method)].second;
}

std::optional<Method> methodFromName(QByteArrayView name)
{
    for (const auto &[method, word] : names) {
        if (name == QByteArrayView(word))
            return method;
    }
    return std::nullopt;
}

} // namespace crema::http
