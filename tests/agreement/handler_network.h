// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/request.h"
#include "platform/http/response.h"
#include "sync/seams/network.h"

#include <functional>

namespace crema::testing {

/// What a device sends goes to the platform's handlers in this program, on the thread that sends it. Routes, rights and
/// the database are the real ones; only the way between is missing.
class HandlerNetwork final : public sync::HttpTransport
{
public:
    using Handler = std::function<http::Response(const http::Request &request)>;

    explicit HandlerNetwork(Handler handler) : m_handler(std::move(handler)) {}

    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest request) override;

    bool isCut = false; ///< nothing arrives

private:
    Handler m_handler;
};

} // namespace crema::testing
