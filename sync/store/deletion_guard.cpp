// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/deletion_guard.h"

#include "models/base/enum_names.h"
#include "models/feed/entity_types.h"
#include "sync/store/setting_names.h"

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

const QString &askedOf(DeletionSource source)
{
    return source == DeletionSource::Here ? setting::askedDeletionHere : setting::askedDeletion;
}

const QString &allowedOf(DeletionSource source)
{
    return source == DeletionSource::Here ? setting::allowedDeletionHere : setting::allowedDeletion;
}

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

QJsonObject jsonOf(const DeletionQuestion &question, UtcTime at)
{
    return {{u"source"_s, enumText(sources, question.source)},
            {u"type"_s, question.entityType},
            {u"leaving"_s, static_cast<qint64>(question.leaving)},
            {u"present"_s, static_cast<qint64>(question.present)},
            {u"together"_s, jsonOf(question.together)},
            {u"at"_s, static_cast<qint64>(at.msSinceEpoch())}};
}

/// Whether it is a question of this source, or the answer to one, and not empty. Each source has settings of its own;
/// earlier versions kept both in what is the platform's today, where such a one from here may still lie.
bool isOf(DeletionSource source, const QJsonObject &json)
{
    return json.value(u"source"_s).toString() == enumText(sources, source);
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

bool DeletionGuard::isOfThisHour(const QJsonObject &json)
{
    // What lies ahead is of a clock that was set back since: it counts no more than what is long ago.
    const std::int64_t agedMs = m_clock.now().msSinceEpoch() - json.value(u"at"_s).toInteger();
    return agedMs >= 0 && agedMs < windowMs;
}

QJsonArray DeletionGuard::lastHour(DeletionSource source)
{
    const QJsonArray all = jsonOf(m_device.setting(setting::deletions)).value(enumText(sources, source)).toArray();
    QJsonArray recent;
    for (const QJsonValue &span : all) {
        if (isOfThisHour(span.toObject()))
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
    const QJsonObject allowed = jsonOf(m_device.setting(allowedOf(source)));
    // Nobody agrees to what comes on another day.
    const bool holds = isOf(source, allowed) && isOfThisHour(allowed);
    const QJsonObject allowedRows = holds ? allowed.value(u"together"_s).toObject() : QJsonObject();
    std::optional<DeletionQuestion> question;
    Leaving together;
    for (auto each = leaving.begin(); each != leaving.end(); ++each) {
        const std::int64_t gone = goneWithinTheHour(source, each.key());
        const std::int64_t rows = gone + each.value();
        // What was taken out of use here is still among them.
        const std::int64_t present = presentOf(each.key()) + (source == DeletionSource::Platform ? gone : 0);
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
    const QJsonObject allowed = jsonOf(m_device.setting(allowedOf(source)));
    const QJsonObject together = allowed.value(u"together"_s).toObject();
    const QStringList types = leaving.keys();
    const bool isAnswered = isOf(source, allowed) &&
                            std::ranges::any_of(types, [&](const QString &type) { return together.contains(type); });
    const QJsonObject answered = isAnswered ? together : QJsonObject();
    if (isAnswered)
        m_device.setSetting(allowedOf(source), QString());
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
        const std::optional<DeletionQuestion> before = question(source);
        if (before && (source == DeletionSource::Platform || leaving.contains(before->entityType)))
            keep(source, std::nullopt);
    }
    return asked;
}

std::optional<DeletionQuestion> DeletionGuard::question(DeletionSource source)
{
    const QJsonObject json = jsonOf(m_device.setting(askedOf(source)));
    if (!isOf(source, json))
        return std::nullopt;
    return DeletionQuestion{source, json.value(u"type"_s).toString(), json.value(u"leaving"_s).toInteger(),
                            json.value(u"present"_s).toInteger(), rowsOf(json.value(u"together"_s).toObject())};
}

std::optional<DeletionQuestion> DeletionGuard::stillAskedHere()
{
    const std::optional<DeletionQuestion> asked = question(DeletionSource::Here);
    if (!asked || !isOfThisHour(jsonOf(m_device.setting(setting::askedDeletionHere))))
        return std::nullopt;
    return ask(DeletionSource::Here, {{asked->entityType, 1}});
}

void DeletionGuard::keep(DeletionSource source, const std::optional<DeletionQuestion> &question)
{
    if (question == this->question(source) && source == DeletionSource::Platform)
        return;
    if (question)
        m_device.setSetting(askedOf(source), textOf(jsonOf(*question, m_clock.now())));
    else if (!m_device.setting(askedOf(source)).isEmpty())
        m_device.setSetting(askedOf(source), QString());
}

void DeletionGuard::allow(const DeletionQuestion &question)
{
    m_device.setSetting(allowedOf(question.source), textOf(jsonOf(question, m_clock.now())));
    m_device.setSetting(askedOf(question.source), QString());
}

} // namespace crema::sync
