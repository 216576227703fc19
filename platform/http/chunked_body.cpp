// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/chunked_body.h"

#include "platform/http/refusal.h"

#include <QCoreApplication>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

namespace crema::http {
namespace {

namespace beast = boost::beast;

// A chunk line longer than this is an attempt to make us wait and gather.
constexpr qsizetype longestLine = 4 * 1024;

} // namespace

// Beast's parser, fed with a head of our own making, so that only the body of the client reaches it.
class ChunkedBody::Parser final : public beast::http::basic_parser<true>
{
public:
    explicit Parser(std::int64_t limit) : m_limit(limit)
    {
        body_limit(boost::none);
        eager(true);
        constexpr std::string_view head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        beast::error_code code;
        put(boost::asio::buffer(head.data(), head.size()), code);
        m_isPastHead = true;
    }

    std::optional<Problem> problem;
    QByteArray body;

private:
    void stopWith(const Problem &reason, beast::error_code &code)
    {
        problem = reason;
        code = beast::http::make_error_code(beast::http::error::bad_chunk);
    }

    void on_request_impl(beast::http::verb, beast::string_view, beast::string_view, int, beast::error_code &) override
    {}
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}
    void on_header_impl(beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    void on_finish_impl(beast::error_code &) override {}

    std::size_t on_body_impl(beast::string_view text, beast::error_code &) override { return text.size(); }

    void on_field_impl(beast::http::field, beast::string_view, beast::string_view, beast::error_code &code) override
    {
        if (m_isPastHead)
            stopWith(refusalProblem(Refusal::Trailer), code);
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, beast::error_code &code) override
    {
        if (size > static_cast<std::uint64_t>(m_limit - body.size()))
            stopWith(tooLargeProblem(m_limit), code);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view text, beast::error_code &) override
    {
        body.append(text.data(), static_cast<qsizetype>(text.size()));
        return text.size();
    }

    std::int64_t m_limit;
    bool m_isPastHead = false;
};

ChunkedBody::ChunkedBody(std::int64_t limit) : m_parser(std::make_unique<Parser>(limit)) {}

ChunkedBody::~ChunkedBody() = default;

Result<qsizetype> ChunkedBody::read(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size() && !m_parser->is_done()) {
        beast::error_code code;
        const QByteArrayView rest = bytes.sliced(used);
        const std::size_t taken =
            m_parser->put(boost::asio::buffer(rest.data(), static_cast<std::size_t>(rest.size())), code);
        used += static_cast<qsizetype>(taken);
        if (code == beast::http::error::need_more) {
            if (bytes.size() - used > longestLine)
                return failure(refusalProblem(Refusal::ChunkForm));
            return used;
        }
        if (code)
            return failure(m_parser->problem.value_or(refusalProblem(Refusal::ChunkForm)));
    }
    return used;
}

bool ChunkedBody::isComplete() const
{
    return m_parser->is_done();
}

QByteArray ChunkedBody::takeBody()
{
    return std::move(m_parser->body);
}

qsizetype ChunkedBody::size() const
{
    return m_parser->body.size();
}

Problem tooLargeProblem(std::int64_t limit)
{
    return {
        ProblemKind::Invalid,
        QStringLiteral("request.too_large"),
        QCoreApplication::translate("Door", "The request is larger than the %1 bytes that are read here.").arg(limit),
        QCoreApplication::translate("Door", "Send it in smaller parts."),
        {}};
}

} // namespace crema::http
