// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fake_platform.h"

#include "models/base/json.h"
#include "models/base/problem_codec.h"
#include "models/feed/entity_codec.h"
#include "models/operations/epoch_claim.h"
#include "models/operations/known_receipts.h"
#include "models/operations/operation_codec.h"

#include <QDateTime>
#include <QLocale>
#include <QUrlQuery>

#include <map>

namespace crema::sync::testing {
namespace {

QByteArray headerOf(const HttpRequest &request, QByteArrayView name)
{
    const auto found = std::find_if(request.headers.begin(), request.headers.end(),
                                    [&name](const auto &header) { return header.first == name; });
    return found == request.headers.end() ? QByteArray() : found->second;
}

/// Waits until somebody resumes what was put into the list.
struct Hold {
    std::deque<std::coroutine_handle<>> &held;

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting) { held.push_back(waiting); }
    void await_resume() const noexcept {}
};

} // namespace

HttpAnswer jsonAnswer(const QByteArray &body, int status)
{
    HttpAnswer answer;
    answer.status = status;
    answer.headers.insert("content-type", "application/json");
    answer.body = body;
    return answer;
}

HttpAnswer chunkAnswer(const SnapshotChunk &chunk)
{
    HttpAnswer answer = jsonAnswer(writeSnapshotChunk(chunk));
    answer.headers.insert("content-digest", contentDigest(answer.body));
    return answer;
}

HttpAnswer problemAnswer(int status, const QString &code)
{
    QJsonObject document = problemToJson(Problem{ProblemKind::Failed, code, code, {}, {}});
    document.insert(QStringLiteral("status"), status);
    HttpAnswer answer = jsonAnswer(json::writeCanonical(document), status);
    answer.headers.insert("content-type", "application/problem+json");
    return answer;
}

HttpAnswer gapAnswer(std::int64_t expected)
{
    const FieldProblem field{QStringLiteral("expected"), QString::number(expected)};
    const Problem gap{ProblemKind::Conflict, QStringLiteral("sync.gap"), QStringLiteral("gap"), {}, {field}};
    HttpAnswer answer = jsonAnswer(json::writeCanonical(problemToJson(gap)), 409);
    answer.headers.insert("content-type", "application/problem+json");
    return answer;
}

QCoro::Task<Result<HttpAnswer>> FakePlatform::send(HttpRequest request)
{
    const QString asked = request.url.path();
    const bool isBeside =
        asked.endsWith(QLatin1String("journal/entries")) || asked.endsWith(QLatin1String("sync/checkpoint"));
    requests += isBeside ? 0 : 1;
    const QUrlQuery query(request.url);
    if (request.url.path().endsWith(QLatin1String("sync/changes")))
        limits.append(query.queryItemValue(QStringLiteral("limit")).toInt());
    if (!faults.empty() && request.url.path().endsWith(faults.front().path)) {
        const Fault fault = faults.front();
        faults.pop_front();
        if (fault.afterwards) [[maybe_unused]]
            const HttpAnswer lost = answer(request);
        else if (request.url.path().endsWith(QLatin1String("sync/operations")))
            m_lostPush = request.body;
        if (fault.held)
            co_await Hold{m_held};
        if (fault.answer)
            co_return *fault.answer;
        if (fault.problem)
            co_return failure(*fault.problem);
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.timeout"), QStringLiteral("no answer"));
    }
    if (late && request.url.path().endsWith(QLatin1String("changes"))) {
        [[maybe_unused]] const HttpAnswer nobodyWaitsForIt = push(m_lostPush);
        std::exchange(late, nullptr)();
    }
    HttpAnswer honest = answer(request);
    honest.headers.insert("crema-question", headerOf(request, "Crema-Question"));
    if (dateOffsetMs) {
        const QDateTime date = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + *dateOffsetMs, Qt::UTC);
        honest.headers.insert(
            "date", QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1());
    }
    const auto lastWord = tamper; // it may take itself away
    co_return lastWord ? lastWord(request.url.path(), honest) : honest;
}

void FakePlatform::releaseHeld()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &waiting : held)
        waiting.resume();
}

HttpAnswer FakePlatform::answer(const HttpRequest &request)
{
    const QString path = request.url.path();
    if (path.endsWith(QLatin1String("devices/challenge")))
        return jsonAnswer(R"({"nonce":"n"})");
    if (path.endsWith(QLatin1String("devices/token")))
        return jsonAnswer(R"({"access_token":"t","expires_in":900})");
    if (path.endsWith(QLatin1String("devices/enroll"))) {
        const QJsonObject body{{QStringLiteral("access_token"), QStringLiteral("t")},
                               {QStringLiteral("expires_in"), 900},
                               {QStringLiteral("company"), codec::toJson(m_shop.company)},
                               {QStringLiteral("location"), codec::toJson(m_shop.location)},
                               {QStringLiteral("register"), codec::toJson(m_shop.registerInfo)},
                               {QStringLiteral("person"), codec::toJson(m_shop.person)},
                               {QStringLiteral("feed"), QJsonObject{{QStringLiteral("epoch"), qint64(feedEpoch)}}}};
        return jsonAnswer(json::writeCanonical(body));
    }
    if (path.endsWith(QLatin1String("devices/readmit"))) {
        const QJsonObject body = json::readStrict(request.body).value_or(QJsonObject());
        if (body.value(QStringLiteral("code")).toString() != QLatin1String("K7QP-3M2X"))
            return problemAnswer(403, QStringLiteral("device.wrong_code"));
        isShutOut = false;
        return jsonAnswer("{}");
    }
    if (isShutOut)
        return problemAnswer(403, QStringLiteral("device.revoked"));
    if (path.endsWith(QLatin1String("devices/epoch"))) {
        const QJsonObject body = json::readStrict(request.body).value_or(QJsonObject());
        const Result<EpochClaim> claim = readEpochClaim(body);
        if (!claim || !judgeClaim || !judgeClaim(toJson(*claim)))
            return problemAnswer(503, QStringLiteral("test.lost"));
        const Register reg{claim->registerId, m_shop.location.id, claim->registerCode, claim->registerName,
                           claim->device};
        return jsonAnswer(json::writeCanonical(toJson(EpochGiven{claim->epoch + 1, 0, reg})));
    }
    if (path.endsWith(QLatin1String("journal/entries")))
        return countersigns ? countersigns(request.body) : problemAnswer(404, QStringLiteral("request.unknown_path"));
    if (path.endsWith(QLatin1String("devices/health")) && request.method == "GET")
        return jsonAnswer(json::writeCanonical(codec::toJson(devices)));
    if (path.endsWith(QLatin1String("devices/health"))) {
        reports.append(*codec::readDeviceHealth(*json::readStrict(request.body)));
        return jsonAnswer("{}");
    }
    if (path.endsWith(QLatin1String("receipt-mail"))) {
        if (isMailRefused)
            return problemAnswer(422, QStringLiteral("request.malformed"));
        mailedReceipts.append(*json::readStrict(request.body));
        return jsonAnswer("{}");
    }
    if (path.endsWith(QLatin1String("sync/checkpoint")))
        return hasCheckpoints ? checkpoint(request.url) : problemAnswer(404, QStringLiteral("request.unknown_path"));
    if (path.endsWith(QLatin1String("receipts/known")))
        return knownReceipts(request.url, request.body);
    if (path.endsWith(QLatin1String("sync/snapshot")))
        return snapshot(request.url);
    return path.endsWith(QLatin1String("sync/operations")) ? push(request.body) : pull(request.url);
}

void FakePlatform::addToFeed(const QString &type, const QUuid &id, const QJsonObject &entity)
{
    const std::int64_t position = m_feed.isEmpty() ? 1 : m_feed.last().cursor.position + 1;
    m_feed.append({Cursor{feedEpoch, static_cast<std::uint64_t>(position), position}, type, id,
                   QStringLiteral("company"), entity.isEmpty(), entity});
}

void FakePlatform::takeElsewhere(OperationId operation)
{
    Acknowledgement receipt;
    receipt.operation = operation;
    receipt.sequence = m_elsewhere.size() + 1;
    receipt.visibleAt = newest();
    m_elsewhere.insert(operation, receipt);
}

void FakePlatform::restore(std::int64_t sequences, qsizetype rows)
{
    ++feedEpoch;
    expectsGaplessly = true;
    m_receipts.removeIf([sequences](const auto &receipt) { return receipt.key() > sequences; });
    QSet<OperationId> known;
    for (const Acknowledgement &receipt : std::as_const(m_receipts))
        known.insert(receipt.operation);
    operations.removeIf([&known](const Operation &operation) { return !known.contains(operation.id); });
    m_feed.resize(rows);
    renumber(feedEpoch);
}

void FakePlatform::renumber(std::int64_t epoch)
{
    feedEpoch = epoch;
    for (FeedRow &row : m_feed)
        row.cursor.epoch = epoch;
}

void FakePlatform::dropTombstones()
{
    QList<FeedRow> kept;
    for (const FeedRow &row : std::as_const(m_feed)) {
        if (row.deleted) {
            oldest = row.cursor;
            kept.removeIf([&row](const FeedRow &each) { return each.entityId == row.entityId; });
        } else {
            kept.append(row);
        }
    }
    m_feed = kept;
}

HttpAnswer FakePlatform::push(const QByteArray &body)
{
    const Result<PushRequest> request = readPushRequest(body);
    if (!request)
        return problemAnswer(400, request.error().code);
    if (request->envelopes.size() > maxBatch)
        return problemAnswer(413, QStringLiteral("push.too_large"));
    if (expectsGaplessly && request->envelopes.first().sequence > highestSequence() + 1)
        return gapAnswer(highestSequence() + 1);
    batchSizes.append(request->envelopes.size());
    PushAnswer result;
    for (const Envelope &envelope : request->envelopes)
        result.acknowledgements.append(take(envelope));
    result.expected = m_receipts.size() + 1;
    return jsonAnswer(writePushAnswer(result));
}

Acknowledgement FakePlatform::take(const Envelope &envelope)
{
    lastEpoch = envelope.epoch;
    if (const auto known = m_receipts.constFind(envelope.sequence); known != m_receipts.constEnd())
        return *known;
    const Result<Operation> operation = readOperation(envelope.operation);
    Acknowledgement acknowledgement;
    const std::optional<Acknowledgement> judged = judge ? judge(*operation) : std::nullopt;
    if (judged) {
        acknowledgement = *judged;
    } else if (const auto known = m_elsewhere.constFind(operation->id); known != m_elsewhere.constEnd()) {
        acknowledgement = *known;
    } else {
        operations.append(*operation);
        // The rows that a test adds next are those that hold it.
        const std::int64_t next = m_feed.isEmpty() ? 1 : m_feed.last().cursor.position + 1;
        acknowledgement.visibleAt = Cursor{feedEpoch, static_cast<std::uint64_t>(next), next};
    }
    acknowledgement.sequence = envelope.sequence;
    acknowledgement.operation = operation->id;
    m_receipts.insert(envelope.sequence, acknowledgement);
    return acknowledgement;
}

HttpAnswer FakePlatform::knownReceipts(const QUrl &url, const QByteArray &body) const
{
    const std::int64_t read = QUrlQuery(url).queryItemValue(QStringLiteral("feed_epoch")).toLongLong();
    if (const auto refusal = read > 0 ? refusalOf(Cursor{read, 0, 0}) : std::nullopt)
        return *refusal;
    const auto asked = readReceiptsQuestion(body);
    if (!asked)
        return problemAnswer(400, asked.error().code);
    QList<Acknowledgement> known;
    for (const Acknowledgement &receipt : m_receipts) {
        if (asked->contains(receipt.operation))
            known.append(receipt);
    }
    for (const Acknowledgement &receipt : m_elsewhere) {
        if (asked->contains(receipt.operation))
            known.append(receipt);
    }
    return jsonAnswer(writeReceipts(known));
}

std::optional<HttpAnswer> FakePlatform::refusalOf(const Cursor &asked) const
{
    if (asked.epoch != feedEpoch) {
        const FieldProblem field{QStringLiteral("epoch"), QString::number(feedEpoch)};
        const Problem other{
            ProblemKind::Conflict, QStringLiteral("sync.cursor_epoch"), QStringLiteral("epoch"), {}, {field}};
        HttpAnswer answer = jsonAnswer(json::writeCanonical(problemToJson(other)), 410);
        answer.headers.insert("content-type", "application/problem+json");
        return answer;
    }
    if (asked != Cursor{feedEpoch, 0, 0} && asked < oldest)
        return problemAnswer(410, QStringLiteral("sync.cursor_too_old"));
    return std::nullopt;
}

HttpAnswer FakePlatform::snapshot(const QUrl &url) const
{
    const QUrlQuery query(url);
    const Cursor asked = *Cursor::fromString(query.queryItemValue(QStringLiteral("cut")));
    if (const auto refusal = refusalOf(asked))
        return *refusal;
    SnapshotChunk chunk;
    chunk.after = *SnapshotPlace::fromString(query.queryItemValue(QStringLiteral("after")));
    chunk.next = chunk.after;
    const bool isFirst = asked == Cursor{feedEpoch, 0, 0};
    Cursor end = m_feed.isEmpty() ? Cursor{feedEpoch, 0, 1} : m_feed.last().cursor;
    if (heldBackFrom)
        end = Cursor{feedEpoch, heldBackFrom->xid - 1, heldBackFrom->position - 1};
    chunk.cut = !isFirst ? asked : hasSnapshots ? end : Cursor{feedEpoch, 0, 1};
    const auto rankOf = [](const QString &type) {
        return std::find(snapshotOrder.begin(), snapshotOrder.end(), type) - snapshotOrder.begin();
    };
    const QString wanted = query.queryItemValue(QStringLiteral("types"));
    std::map<std::pair<qsizetype, QUuid>, FeedRow> newest;
    for (const FeedRow &row : m_feed) {
        const std::pair place(rankOf(row.entityType), row.entityId);
        newest.erase(place);
        if (!row.deleted && row.cursor <= chunk.cut &&
            (wanted.isEmpty() || wanted.split(u',').contains(row.entityType)))
            newest.emplace(place, row);
    }
    if (isFirst)
        chunk.total = static_cast<std::int64_t>(newest.size());
    const qsizetype lastForSelling = rankOf(lastTypeForSelling.toString());
    const std::pair after(chunk.after.type.isEmpty() ? -1 : rankOf(chunk.after.type), chunk.after.id);
    for (auto it = newest.upper_bound(after); it != newest.end(); ++it) {
        chunk.more = chunk.rows.size() == chunkSize || (!chunk.rows.isEmpty() && it->first.first > lastForSelling &&
                                                        rankOf(chunk.rows.last().entityType) <= lastForSelling);
        if (chunk.more)
            break;
        chunk.rows.append(it->second);
        chunk.next = {it->second.entityType, it->second.entityId};
    }
    const auto next = newest.upper_bound({rankOf(chunk.next.type), chunk.next.id});
    chunk.maySell = !chunk.more || next->first.first > lastForSelling;
    return chunkAnswer(chunk);
}

HttpAnswer FakePlatform::checkpoint(const QUrl &url)
{
    const QUrlQuery query(url);
    differing.append(query.queryItemValue(QStringLiteral("differs")));
    Checkpoint checkpoint{*Cursor::fromString(query.queryItemValue(QStringLiteral("cursor"))), false, {}};
    QHash<std::pair<QString, QUuid>, FeedRow> newest;
    for (const FeedRow &row : std::as_const(m_feed)) {
        checkpoint.moved = checkpoint.moved || row.cursor > checkpoint.at;
        newest.insert({row.entityType, row.entityId}, row);
    }
    for (const FeedRow &row : std::as_const(newest)) {
        if (!row.deleted && !checkpoint.moved)
            checkpoint.types[row.entityType].add(row.entityId, row.entity.document());
    }
    return jsonAnswer(writeCheckpoint(checkpoint));
}

HttpAnswer FakePlatform::pull(const QUrl &url) const
{
    const Cursor asked = *Cursor::fromString(QUrlQuery(url).queryItemValue(QStringLiteral("cursor")));
    if (const auto refusal = refusalOf(asked))
        return *refusal;
    FeedPage page{{}, asked, false, asked};
    for (const FeedRow &row : m_feed) {
        if (row.cursor <= asked)
            continue;
        if (heldBackFrom && row.cursor >= *heldBackFrom)
            break;
        if (page.rows.size() == pageSize) {
            page.more = true;
            break;
        }
        page.rows.append(row);
        page.next = row.cursor;
    }
    // That nothing below the first transaction is missing passes nothing; it only says that no row is held back.
    if (!page.more && !heldBackFrom)
        page.horizon = Cursor{feedEpoch, 1, 0};
    return jsonAnswer(writeFeedPage(page));
}

} // namespace crema::sync::testing
