// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/response.h"
#include "platform/http/router.h"

#include <QStringList>

#include <memory>

namespace crema::testing {

/// resources/openapi.yaml, read so that routes and answers can be held against it.
class ApiDocument
{
public:
    ApiDocument();
    ~ApiDocument();

    /// "GET /api/v1/products" of everything that is described.
    [[nodiscard]] QStringList operations() const;

    /// What the description of a route says otherwise than the router: name, credential, permission, body.
    [[nodiscard]] QStringList differencesOf(const http::RouteInfo &route) const;

    /// What is wrong with the shape of an answer: required members, types, words of enumerations.
    [[nodiscard]] QStringList problemsOf(const http::RouteInfo &route, const http::Response &response) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crema::testing
