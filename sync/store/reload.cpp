// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/reload.h"

#include "models/base/enum_names.h"
#include "models/feed/entity_types.h"
#include "sync/store/documents.h"
#include "sync/store/server_layer.h"

#include <algorithm>

namespace crema::sync {
namespace {

using Phase = ReloadState::Phase;
using Reason = ReloadState::Reason;

constexpr std::array phases{
    EnumName<Phase>{Phase::Ask, u"ask"},       EnumName<Phase>{Phase::Load, u"load"},
    EnumName<Phase>{Phase::Follow, u"follow"}, EnumName<Phase>{Phase::Compare, u"compare"},
    EnumName<Phase>{Phase::Sweep, u"sweep"},   EnumName<Phase>{Phase::Release, u"release"},
    EnumName<Phase>{Phase::End, u"end"},
};
constexpr std::array reasons{
    EnumName<Reason>{Reason::FirstLoad, u"first_load"}, EnumName<Reason>{Reason::NewEpoch, u"new_epoch"},
    EnumName<Reason>{Reason::TooOld, u"too_old"},       EnumName<Reason>{Reason::Mismatch, u"mismatch"},
    EnumName<Reason>{Reason::Moved, u"moved"},
};

/// Rows of a step. With these a step stays far below 50 ms (sync.md rule 26), also when all differ.
constexpr int comparedRows = 200;
constexpr int sweptRows = 200;

/// What the platform can take away, ascending. Acknowledgements are about operations and no rows.
constexpr std::array sweptTypes{entity::attention,     entity::cashMovement, entity::category,   entity::company,
                                entity::customer,      entity::giftCard,     entity::location,   entity::parkedCart,
                                entity::paymentIntent, entity::person,       entity::priceList,  entity::product,
                                entity::promotion,     entity::registerType, entity::role,       entity::sale,
                                entity::settings,      entity::shift,        entity::stockLevel, entity::taxClass,
                                entity::variant};

const char *idsQuery(const QString &type)
{
    if (type == entity::attention)
        return "list_attention_ids";
    if (type == entity::cashMovement)
        return "list_cash_movement_ids";
    if (type == entity::giftCard)
        return "list_gift_card_ids";
    if (type == entity::paymentIntent)
        return "list_payment_intent_ids";
    if (type == entity::product)
        return "list_product_ids";
    if (type == entity::variant)
        return "list_variant_ids";
    if (type == entity::customer)
        return "list_customer_ids";
    if (type == entity::shift)
        return "list_shift_ids";
    if (type == entity::sale)
        return "list_sale_ids";
    if (type == entity::stockLevel)
        return "list_stock_level_ids";
    return nullptr;
}

/// Never null, which would be NULL.
QString textOf(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QString typeAfter(const QString &type)
{
    for (const auto &each : sweptTypes) {
        if (each > type)
            return each.toString();
    }
    return {};
}

FeedRow rowOf(const EntityRef &ref, const Cursor &cursor, const std::optional<QByteArray> &document)
{
    return {cursor, ref.type, ref.id, {}, !document, document ? FeedEntity(objectOf(*document)) : FeedEntity()};
}

} // namespace

LoadProgress progressOf(const ReloadState &state)
{
    const LoadPlace &load = state.load;
    LoadProgress progress;
    progress.first = state.takesAtOnce();
    // It is said when what changed since the cut was followed as well.
    progress.maySell = !progress.first || (load.maySell && state.phase != Phase::Follow);
    if (load.total > 0)
        progress.percent = static_cast<int>(std::min<std::int64_t>(load.read * 100 / load.total, 99));
    if (state.phase == Phase::Load)
        progress.entityType = load.next.type.isEmpty() ? snapshotOrder.front().toString() : load.next.type;
    return progress;
}

std::optional<LoadPlace> LoadPlace::fromString(const QString &text)
{
    const QStringList parts = text.split(u';');
    if (parts.size() != 5)
        return std::nullopt;
    const auto cut = Cursor::fromString(parts[0]);
    const auto next = SnapshotPlace::fromString(parts[1]);
    if (!cut || !next)
        return std::nullopt;
    return LoadPlace{*cut,
                     *next,
                     parts[2].toLongLong(),
                     parts[3].toLongLong(),
                     parts[4].contains(QLatin1String("sell")),
                     !parts[4].contains(QLatin1String("whole"))};
}

QString LoadPlace::toString() const
{
    QStringList flags;
    if (maySell)
        flags.append(QStringLiteral("sell"));
    if (!more)
        flags.append(QStringLiteral("whole"));
    return QStringList{cut.toString(), next.toString(), QString::number(read), QString::number(total), flags.join(u' ')}
        .join(u';');
}

std::optional<ReloadState> Reload::state()
{
    Rows rows = m_database.query("read_reload");
    if (!rows.next())
        return std::nullopt;
    ReloadState state;
    state.reason = enumFromText<Reason>(reasons, rows.text(0)).value_or(Reason::NewEpoch);
    state.phase = enumFromText<Phase>(phases, rows.text(1)).value_or(Phase::Ask);
    state.epoch = rows.integer(2);
    state.types = rows.text(3).split(u' ', Qt::SkipEmptyParts);
    state.asked = rows.integer(4);
    state.load = LoadPlace::fromString(rows.text(5)).value_or(LoadPlace{{state.epoch, 0, 0}, {}});
    state.cursor = Cursor::fromString(rows.text(6)).value_or(Cursor{state.epoch, 0, 0});
    if (!rows.isNull(7))
        state.horizon = Cursor::fromString(rows.text(7));
    state.place = {rows.text(8), rows.uuid(9)};
    return state;
}

void Reload::begin(const ReloadState &state)
{
    m_database.run("clear_staged_rows");
    keep(state);
}

void Reload::keep(const ReloadState &state)
{
    const QString horizon = state.horizon ? state.horizon->toString() : QString();
    m_database.run("save_reload", {enumText(reasons, state.reason), enumText(phases, state.phase), state.epoch,
                                   textOf(state.types.join(u' ')), state.asked, state.load.toString(),
                                   state.cursor.toString(), horizon, textOf(state.place.type), state.place.id});
}

void Reload::take(const QList<FeedRow> &rows, const QList<std::int64_t> &answered, const ReloadState &state)
{
    if (!state.takesAtOnce())
        stage(rows, state);
    else if (!rows.isEmpty() || !answered.isEmpty())
        rebase({rows, std::nullopt, state.epoch, answered}, m_database, m_rows, m_aggregates, m_queue);
}

void Reload::follow(const FeedPage &page, const QList<std::int64_t> &answered, const ReloadState &state)
{
    rebase({page.rows, page.horizon, state.epoch, answered}, m_database, m_rows, m_aggregates, m_queue);
    stage(page.rows, state);
}

void Reload::stage(const QList<FeedRow> &rows, const ReloadState &state)
{
    for (const FeedRow &row : rows) {
        if (row.entityType == entity::acknowledgement || !state.concerns(row.entityType))
            continue;
        const QByteArray document = row.deleted ? QByteArray() : row.entity.document();
        m_database.run("stage_row", {row.entityType, row.entityId, row.cursor.toString(), document});
    }
}

QList<QByteArray> Reload::staged(QStringView type)
{
    QList<QByteArray> documents;
    Rows rows = m_database.query("list_staged_documents", {type.toString()});
    while (rows.next())
        documents.append(rows.bytes(0));
    return documents;
}

void Reload::step(ReloadState &state)
{
    switch (state.phase) {
    case Phase::Compare: compare(state); break;
    case Phase::Sweep: sweep(state); break;
    case Phase::Release: release(state); break;
    case Phase::Ask:
    case Phase::Load:
    case Phase::Follow:
    case Phase::End: return;
    }
    keep(state);
}

void Reload::compare(ReloadState &state)
{
    QList<FeedRow> different;
    int seen = 0;
    {
        Rows rows = m_database.query("list_staged_rows", {textOf(state.place.type), state.place.id, comparedRows});
        while (rows.next()) {
            ++seen;
            state.place = {rows.text(0), rows.uuid(1)};
            const std::optional<QByteArray> document = rows.isNull(3) ? std::nullopt : std::optional(rows.bytes(3));
            if (m_queue.isHeld(state.place) || (document && isAsHere(state.place, *document)))
                continue;
            different.append(rowOf(state.place, Cursor::fromString(rows.text(2)).value_or(Cursor()), document));
        }
    }
    lay(different, {}, state);
    if (seen == comparedRows)
        return;
    state.place = {sweptTypes.front().toString(), QUuid()};
    state.phase = Phase::Sweep;
}

/// Whether it is here as the platform has it. What operations are laid over is not: its row may look like the one
/// before and hold them all the same (a level that somebody else had brought to the same number), and they leave it
/// only when a row comes.
bool Reload::isAsHere(const EntityRef &ref, const QByteArray &document)
{
    if (!EntityRows::keeps(ref.type))
        return false;
    if (m_queue.hasPendingOn(ref))
        return false;
    if (Rows copy = m_database.query("read_server_copy", {ref.type, ref.id}); copy.next())
        return !copy.isNull(0) && copy.view(0) == document;
    if (ref.type == entity::sale)
        return m_database.value("read_sale_document", {ref.id}).toByteArray() == document;
    return m_rows.document(ref) == document;
}

bool Reload::isBeforeChanges(const ReloadState &state)
{
    return state.phase == Phase::Compare && state.place.type.isEmpty();
}

QMap<QString, std::int64_t> Reload::leaving(const ReloadState &state)
{
    QMap<QString, std::int64_t> leaving;
    const auto count = [&](QStringView type, const char *query) {
        const std::int64_t rows = state.concerns(type.toString()) ? m_database.value(query).toLongLong() : 0;
        if (rows > 0)
            leaving.insert(type.toString(), rows);
    };
    count(entity::product, "count_products_not_staged");
    count(entity::variant, "count_variants_not_staged");
    count(entity::customer, "count_customers_not_staged");
    return leaving;
}

void Reload::sweep(ReloadState &state)
{
    EntityRef last = state.place;
    const QList<QUuid> ids = state.concerns(last.type) ? idsAfter(last) : QList<QUuid>();
    QList<FeedRow> gone;
    for (const QUuid &id : ids) {
        const EntityRef ref{last.type, id};
        if (!m_database.query("read_staged_row", {ref.type, id}).next() && !m_queue.isHeld(ref))
            gone.append(rowOf(ref, Cursor{state.epoch, 0, 0}, std::nullopt));
    }
    lay(gone, {}, state);
    state.place = last;
    if (!last.id.isNull())
        return;
    state.place = {typeAfter(state.place.type), QUuid()};
    if (state.place.type.isEmpty())
        state.phase = Phase::Release;
}

QList<QUuid> Reload::idsAfter(EntityRef &place)
{
    QList<QUuid> ids;
    const QUuid after = std::exchange(place.id, QUuid());
    const char *query = idsQuery(place.type);
    {
        Rows rows = query ? m_database.query(query, {after, sweptRows})
                          : m_database.query("list_reference_ids", {place.type, after, sweptRows});
        while (rows.next())
            ids.append(rows.uuid(0));
    }
    if (ids.size() == sweptRows)
        place.id = ids.last();
    const QUuid last = place.id.isNull() ? ServerLayer::highestId() : place.id;
    for (const char *notInView : {"list_server_copies_between", "list_unread_rows_between"}) {
        Rows rows = m_database.query(notInView, {place.type, after, last});
        while (rows.next()) {
            if (!rows.isNull(1))
                ids.append(rows.uuid(0));
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void Reload::release(ReloadState &state)
{
    const QList<std::int64_t> operations = m_queue.heldTogether();
    if (operations.isEmpty()) {
        state.phase = Phase::End;
        return;
    }
    QSet<EntityRef> entities;
    for (const std::int64_t number : operations)
        entities += m_queue.letGo(number);
    QList<FeedRow> rows;
    for (const EntityRef &ref : std::as_const(entities)) {
        if (!state.concerns(ref.type))
            continue;
        Rows staged = m_database.query("read_staged_row", {ref.type, ref.id});
        const bool came = staged.next();
        const Cursor cursor = came ? Cursor::fromString(staged.text(0)).value_or(Cursor()) : Cursor{state.epoch, 0, 0};
        rows.append(rowOf(ref, cursor, came && !staged.isNull(1) ? std::optional(staged.bytes(1)) : std::nullopt));
    }
    lay(rows, operations, state);
}

void Reload::lay(const QList<FeedRow> &rows, const QList<std::int64_t> &operations, const ReloadState &state)
{
    if (!rows.isEmpty() || !operations.isEmpty())
        rebase({rows, std::nullopt, state.epoch, operations, operations.isEmpty()}, m_database, m_rows, m_aggregates,
               m_queue);
}

void Reload::finish(const ReloadState &state)
{
    rebase({{}, state.horizon, state.epoch, {}}, m_database, m_rows, m_aggregates, m_queue);
    m_database.run("clear_staged_rows");
    m_database.run("delete_reload");
}

} // namespace crema::sync
