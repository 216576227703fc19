// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey_connection.h"

#include <hiredis/hiredis.h>

#include <vector>

namespace crema::platform {
namespace {

constexpr timeval limit{0, ValkeyConnection::limitMs * 1'000};

struct FreeReply {
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};

QList<std::int64_t> numbersOf(const redisReply &reply)
{
    if (reply.type == REDIS_REPLY_INTEGER)
        return {reply.integer};
    QList<std::int64_t> numbers;
    if (reply.type == REDIS_REPLY_ARRAY) {
        for (std::size_t i = 0; i < reply.elements; ++i)
            numbers.append(reply.element[i]->integer);
    }
    return numbers;
}

QByteArrayList signInWords(const ValkeyAddress &address)
{
    QByteArrayList words{QByteArrayLiteral("AUTH")};
    if (!address.user.isEmpty())
        words.append(address.user.toUtf8());
    words.append(address.password.toUtf8());
    return words;
}

} // namespace

void ValkeyConnection::Free::operator()(redisContext *context) const
{
    redisFree(context);
}

ValkeyConnection::Answer<std::unique_ptr<ValkeyConnection>> ValkeyConnection::open(const ValkeyAddress &address)
{
    Context context(address.socketPath.isEmpty()
                        ? redisConnectWithTimeout(address.host.toUtf8().constData(), address.port, limit)
                        : redisConnectUnixWithTimeout(address.socketPath.toUtf8().constData(), limit));
    if (!context)
        return tl::unexpected(QByteArrayLiteral("out of memory"));
    if (context->err != 0)
        return tl::unexpected(QByteArray(context->errstr));
    redisSetTimeout(context.get(), limit);
    std::unique_ptr<ValkeyConnection> connection(new ValkeyConnection(std::move(context)));
    QList<QByteArrayList> steps;
    if (!address.password.isEmpty())
        steps.append(signInWords(address));
    if (address.database != 0)
        steps.append({QByteArrayLiteral("select"), QByteArray::number(address.database)});
    steps.append({QByteArrayLiteral("PING")});
    for (const QByteArrayList &step : steps) {
        if (const auto answer = connection->ask(step); !answer)
            return tl::unexpected(answer.error());
    }
    return connection;
}

ValkeyConnection::Answer<QList<std::int64_t>> ValkeyConnection::ask(const QByteArrayList &words)
{
    std::vector<const char *> texts;
    std::vector<std::size_t> sizes;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(static_cast<std::size_t>(word.size()));
    }
    const std::unique_ptr<redisReply, FreeReply> reply(static_cast<redisReply *>(
        redisCommandArgv(m_context.get(), static_cast<int>(words.size()), texts.data(), sizes.data())));
    if (!reply)
        return tl::unexpected(QByteArray(m_context->errstr));
    if (reply->type == REDIS_REPLY_ERROR)
        return tl::unexpected(QByteArray(reply->str, static_cast<qsizetype>(reply->len)));
    return numbersOf(*reply);
}

} // namespace crema::platform
