// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/deletion_guard.h"

#include "models/base/enum_names.h"
#include "models/feed/entity_types.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace crema::sync {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array sources{
    EnumName<DeletionSource>{DeletionSource::Platform, u"platform"},
    EnumName<DeletionSource>{DeletionSource::Here, u"here"},
};

constexpr std::array countedTypes{entity::category, entity::customer, entity::product,
                                  entity::sale,     entity::taxClass, entity::variant};

QJsonObject jsonOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject jsonOf(const DeletionGuard::Leaving &rows)
{
    QJsonObject json;
    for (auto each = rows.begin(); each != rows.end(); ++each)
        json.insert(each.key(), static_cast<qint64>(each.value()));
    return json;
}

DeletionGuard::Leaving rowsOf(const QJsonObject &json)
{
    DeletionGuard::Leaving rows;
    for (auto each = json.begin(); each != json.end(); ++each)
        rows.insert(each.key(), each.value().toInteger());
    return rows;
}

} // namespace

DeletionGuard::Leaving DeletionGuard::leavingWith(const QList<FeedRow> &rows)
{
    Leaving leaving;
    for (const FeedRow &row : rows) {
        const bool isCounted = std::ranges::find(countedTypes, row.entityType) != countedTypes.end();
        if (row.deleted && isCounted && m_rows.document({row.entityType, row.entityId}))
            ++leaving[row.entityType];
    }
    return leaving;
}

std::int64_t DeletionGuard::presentOf(const QString &type)
{
    if (type == entity::product)
        return m_database.value("count_all_products").toLongLong();
    if (type == entity::variant)
        return m_database.value("count_all_variants").toLongLong();
    if (type == entity::customer)
        return m_database.value("count_all_customers").toLongLong();
    if (type == entity::sale)
        return m_database.value("count_sales").toLongLong();
    return m_database.value("count_references", {type}).toLongLong();
}

QJsonArray DeletionGuard::lastHour(DeletionSource source)
{
    const QJsonArray all = jsonOf(m_device.setting(setting::deletions)).value(enumText(sources, source)).toArray();
    const std::int64_t now = m_clock.now().msSinceEpoch();
    QJsonArray recent;
    for (const QJsonValue &span : all) {
        // What lies ahead is of a clock that was set back since: it counts no more than what is long ago.
        const std::int64_t agedMs = now - span.toObject().value(u"at"_s).toInteger();
        if (agedMs >= 0 && agedMs < windowMs)
            recent.append(span);
    }
    return recent;
}

std::int64_t DeletionGuard::goneWithinTheHour(DeletionSource source, const QString &type)
{
    std::int64_t gone = 0;
    const QJsonArray recent = lastHour(source);
    for (const QJsonValue &span : recent)
        gone += span.toObject().value(u"rows"_s).toObject().value(type).toInteger();
    return gone;
}

std::optional<DeletionQuestion> DeletionGuard::ask(DeletionSource source, const Leaving &leaving)
{
    const QJsonObject allowed = jsonOf(m_device.setting(setting::allowedDeletion));
    const std::int64_t agedMs = m_clock.now().msSinceEpoch() - allowed.value(u"at"_s).toInteger();
    // Nobody agrees to what comes on another day.
    const bool isOfSource =
        allowed.value(u"source"_s).toString() == enumText(sources, source) && agedMs >= 0 && agedMs < windowMs;
    const QJsonObject allowedRows = isOfSource ? allowed.value(u"together"_s).toObject() : QJsonObject();
    std::optional<DeletionQuestion> question;
    Leaving together;
    for (auto each = leaving.begin(); each != leaving.end(); ++each) {
        const std::int64_t gone = goneWithinTheHour(source, each.key());
        const std::int64_t rows = gone + each.value();
        const std::int64_t present = presentOf(each.key()) + gone;
        together.insert(each.key(), rows);
        const bool isMass = rows > mostRows || (rows > fewRows && rows * 100 > present * mostPercent);
        if (isMass && rows > allowedRows.value(each.key()).toInteger() && !question)
            question = DeletionQuestion{source, each.key(), rows, present, {}};
    }
    if (question)
        question->together = together;
    return question;
}

void DeletionGuard::note(DeletionSource source, const Leaving &leaving)
{
    if (leaving.isEmpty())
        return;
    // What was agreed to is none of what the next question is about; it waits for rows of its own kinds.
    const QJsonObject allowed = jsonOf(m_device.setting(setting::allowedDeletion));
    const QJsonObject together = allowed.value(u"together"_s).toObject();
    const QStringList types = leaving.keys();
    const bool isAnswered = allowed.value(u"source"_s).toString() == enumText(sources, source) &&
                            std::ranges::any_of(types, [&](const QString &type) { return together.contains(type); });
    const QJsonObject answered = isAnswered ? together : QJsonObject();
    if (isAnswered)
        m_device.setSetting(setting::allowedDeletion, QString());
    const std::int64_t now = m_clock.now().msSinceEpoch();
    QJsonArray spans = lastHour(source);
    const std::int64_t last = spans.isEmpty() ? 0 : spans.last().toObject().value(u"at"_s).toInteger();
    if (spans.isEmpty() || now - last >= spanMs)
        spans.append(QJsonObject{{u"at"_s, static_cast<qint64>(now)}});
    Leaving counts = rowsOf(spans.last().toObject().value(u"rows"_s).toObject());
    for (auto each = leaving.begin(); each != leaving.end(); ++each)
        counts[each.key()] += each.value();
    QJsonArray kept;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        QJsonObject span = spans.at(i).toObject();
        Leaving rows = i + 1 == spans.size() ? counts : rowsOf(span.value(u"rows"_s).toObject());
        for (const QString &type : answered.keys())
            rows.remove(type);
        span.insert(u"rows"_s, jsonOf(rows));
        kept.append(span);
    }
    QJsonObject window = jsonOf(m_device.setting(setting::deletions));
    window.insert(enumText(sources, source), kept);
    m_device.setSetting(setting::deletions, textOf(window));
}

std::optional<DeletionQuestion> DeletionGuard::letGo(DeletionSource source, const Leaving &leaving)
{
    std::optional<DeletionQuestion> asked = ask(source, leaving);
    if (!asked) {
        note(source, leaving);
        keep(std::nullopt);
    }
    return asked;
}

std::optional<DeletionQuestion> DeletionGuard::question()
{
    const QJsonObject json = jsonOf(m_device.setting(setting::askedDeletion));
    const auto source = enumFromText<DeletionSource>(sources, json.value(u"source"_s).toString());
    if (!source)
        return std::nullopt;
    return DeletionQuestion{*source, json.value(u"type"_s).toString(), json.value(u"leaving"_s).toInteger(),
                            json.value(u"present"_s).toInteger(), rowsOf(json.value(u"together"_s).toObject())};
}

void DeletionGuard::keep(const std::optional<DeletionQuestion> &question)
{
    if (question == this->question())
        return;
    if (!question) {
        m_device.setSetting(setting::askedDeletion, QString());
        return;
    }
    m_device.setSetting(setting::askedDeletion, textOf({{u"source"_s, enumText(sources, question->source)},
                                                        {u"type"_s, question->entityType},
                                                        {u"leaving"_s, static_cast<qint64>(question->leaving)},
                                                        {u"present"_s, static_cast<qint64>(question->present)},
                                                        {u"together"_s, jsonOf(question->together)}}));
}

Result<void> DeletionGuard::allow()
{
    const QString asked = m_device.setting(setting::askedDeletion);
    if (asked.isEmpty())
        return failure(ProblemKind::NotFound, u"deletion.not_asked"_s,
                       QCoreApplication::translate("Store", "Nothing waits to be deleted."), {});
    QJsonObject allowed = jsonOf(asked);
    allowed.insert(u"at"_s, static_cast<qint64>(m_clock.now().msSinceEpoch()));
    m_device.setSetting(setting::allowedDeletion, textOf(allowed));
    m_device.setSetting(setting::askedDeletion, QString());
    return {};
}

} // namespace crema::sync
