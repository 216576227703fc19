// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_sales.h"

#include "app/desktop/example/example_desk.h"

#include "models/feed/entity_types.h"
#include "models/operations/operation_types.h"

#include <QJsonObject>

#include <array>

namespace crema::desktop {

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t dayMs = 24 * 60 * minuteMs;
constexpr int salesOfADay = 14;

constexpr std::array cashiers{"Mina Kowalski", "Ruth Lindgren", "Tom Okafor"};
constexpr std::array customers{"", "", "Jonas Brandt", "", "Café Morgen", "", "", "Lena Vogt", "", "Studio Nord", ""};
constexpr std::array baskets{
    "2*LC-005 LC-019", "LC-001",        "LC-006 LC-020 LC-023", "LC-025 LC-032",          "4*LC-026 2*LC-030",
    "LC-010 LC-021",   "LC-005 LC-005", "LC-034 LC-027",        "LC-012 LC-013 2*LC-024", "3*LC-029 LC-041",
    "LC-007",          "LC-036",        "2*LC-002 2*LC-019",    "LC-039 LC-028 LC-017"};

PastSale pastSale(int number, UtcTime at)
{
    const auto index = static_cast<std::size_t>(number);
    PastSale sale;
    sale.at = at;
    sale.codes = QString::fromLatin1(baskets.at(index % baskets.size())).split(u' ');
    sale.cashier = QString::fromUtf8(cashiers.at(index * 2 / 9 % cashiers.size()));
    sale.customer = QString::fromUtf8(customers.at(index % customers.size()));
    sale.method = number % 5 == 1 || number % 7 == 3 ? PaymentMethod::Cash : PaymentMethod::Card;
    if (number % 11 == 4)
        sale.note = QStringLiteral("Collects on Friday");
    return sale;
}

sync::QueueEntry entryOf(quint32 number, QStringView type, QStringView subjectType, const QUuid &subject,
                         const QString &name, UtcTime at)
{
    sync::QueueEntry entry;
    entry.operation.id = OperationId(QUuid(0x01a00000 + number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    entry.operation.type = type.toString();
    entry.operation.subject = {subjectType.toString(), subject};
    entry.operation.occurredAt = at;
    entry.subjectName = name;
    return entry;
}

/// A sale that the platform could not read.
void addLetter(ExampleDesk &desk, const sync::QueueEntry &entry)
{
    sync::AttentionItem item;
    item.id = CardId(entry.operation.id.value());
    item.outcome = Outcome::DeadLetter;
    item.operationType = entry.operation.type;
    item.subject = entry.operation.subject;
    item.subjectName = entry.subjectName;
    item.personName = QStringLiteral("Mina K.");
    item.isOwn = true;
    item.at = entry.operation.occurredAt;
    item.problem = entry.acknowledgement->problem;
    item.mayDecide = true;
    desk.addAttention(item);
}

/// A price and a SKU that somebody in the office changed as well.
void addConflict(ExampleDesk &desk, const QUuid &product, UtcTime now)
{
    const auto euros = [](std::int64_t minor) { return Price{Money(minor, *Currency::fromCode(u"EUR")), 1}; };
    const ChangeOrigin office{OperationId(), {}, QStringLiteral("Tom O."), DeviceId(), {}, now.plusMs(-33 * minuteMs)};
    sync::AttentionItem item;
    item.id = CardId(QUuid(0x01a00000 + 901, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    item.outcome = Outcome::Conflict;
    item.operationType = operation::variantEdit.toString();
    item.subject = {entity::variant.toString(), product};
    item.subjectName = QStringLiteral("Guji Natural 250 g");
    item.personName = QStringLiteral("Mina K.");
    item.isOwn = true;
    item.at = now.plusMs(-26 * minuteMs);
    item.fields = {{QStringLiteral("price"), euros(1290), euros(1390), euros(1350), office, QStringLiteral("Office")},
                   {QStringLiteral("sku"), QStringLiteral("LC-030"), QStringLiteral("GUJI-250"),
                    QStringLiteral("ETH-GUJI-250"), office, QStringLiteral("Office")}};
    item.mayDecide = true;
    desk.addAttention(item);
}

void addQueuedSale(ExampleDesk &desk, quint32 number, sync::SyncState state)
{
    const Sale sale = desk.soldHere().last().sale;
    sync::QueueEntry entry =
        entryOf(number, operation::saleComplete, entity::sale, sale.id.value(), sale.number, sale.completedAt);
    if (state == sync::SyncState::Sent)
        entry.state = sync::OperationState::Sent;
    if (state == sync::SyncState::NeedsAttention) {
        entry.state = sync::OperationState::Receipted;
        entry.needsAttention = true;
        entry.acknowledgement = Acknowledgement();
        entry.acknowledgement->outcome = Outcome::DeadLetter;
        entry.acknowledgement->problem =
            Problem{ProblemKind::Conflict,
                    QStringLiteral("shift.unknown"),
                    QStringLiteral("The platform does not know the shift of this sale yet."),
                    QStringLiteral("Ask a manager to look at it."),
                    {}};
    }
    desk.addQueueEntry(entry);
    if (entry.needsAttention)
        addLetter(desk, entry);
}

QJsonObject edit(const char *field)
{
    return {{QStringLiteral("fields"), QJsonObject{{QString::fromLatin1(field), QJsonObject()}}}};
}

void addEdits(ExampleDesk &desk, UtcTime now)
{
    const QUuid product(0x01900000 + 99, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
    addConflict(desk, product, now);
    sync::QueueEntry renamed = entryOf(902, operation::productEdit, entity::product, product,
                                       QStringLiteral("Night Ferry 250 g"), now.plusMs(-9 * minuteMs));
    renamed.operation.body = edit("name");
    desk.addQueueEntry(renamed);
}

} // namespace

void addExampleSales(ExampleDesk &desk, UtcTime now)
{
    for (int day = 3; day > 0; --day) {
        for (int sale = 0; sale < salesOfADay; ++sale) {
            const std::int64_t before = day * dayMs + (salesOfADay - sale) * 31 * minuteMs - 7 * 60 * minuteMs;
            desk.addPastSale(pastSale((3 - day) * salesOfADay + sale, now.plusMs(-before)));
        }
    }
    addEdits(desk, now);
    constexpr std::array ages{131, 118, 97, 88, 71, 52, 44, 37, 18, 11, 6, 0};
    for (std::size_t i = 0; i < ages.size(); ++i) {
        PastSale sale = pastSale(static_cast<int>(60 + i * 3), now.plusMs(-ages.at(i) * minuteMs));
        if (i == 8)
            sale.state = sync::SyncState::NeedsAttention;
        else if (i == 9)
            sale.state = sync::SyncState::Sent;
        else if (i > 9)
            sale.state = sync::SyncState::Queued;
        desk.addPastSale(sale);
        if (sale.state != sync::SyncState::Synced)
            addQueuedSale(desk, static_cast<quint32>(i), sale.state);
    }
}

void addWaitingSales(ExampleDesk &desk, int count, UtcTime now)
{
    for (int number = 0; number < count; ++number) {
        PastSale sale = pastSale(number, now.plusMs(-(count - number) * minuteMs));
        sale.state = sync::SyncState::Queued;
        desk.addPastSale(sale);
        addQueuedSale(desk, static_cast<quint32>(number), sale.state);
    }
}

void addExampleRefusal(ExampleDesk &desk, UtcTime now)
{
    const QString taken = QStringLiteral("LC-030 belongs to another variant.");
    sync::AttentionItem item;
    item.id = CardId(QUuid(0x01a00000 + 903, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    item.outcome = Outcome::Refused;
    item.operationType = operation::variantCreate.toString();
    item.subjectName = QStringLiteral("Night Ferry 1 kg");
    item.personName = QStringLiteral("Mina K.");
    item.isOwn = true;
    item.at = now.plusMs(-41 * minuteMs);
    item.problem = Problem{ProblemKind::Conflict,
                           QStringLiteral("variant.sku_taken"),
                           taken,
                           QStringLiteral("Use another one, or take it off the other variant first."),
                           {{QStringLiteral("sku"), taken}}};
    item.canRetry = true;
    item.retryFields = {{QStringLiteral("sku"), {}, QStringLiteral("LC-030"), {}, {}, {}}};
    item.mayDecide = true;
    desk.addAttention(item);
    sync::WaitingItem waiting;
    waiting.operation = OperationId(QUuid(0x01a00000 + 904, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    waiting.operationType = operation::variantEdit.toString();
    waiting.subjectName = item.subjectName;
    waiting.at = now.plusMs(-39 * minuteMs);
    waiting.cause = OperationId(item.id.value());
    waiting.causeType = item.operationType;
    waiting.causeName = item.subjectName;
    waiting.card = item.id;
    desk.addWaiting(waiting);
}

Problem exampleProblem()
{
    return {ProblemKind::Device,
            QStringLiteral("store.damaged"),
            QStringLiteral("The store of this till did not answer. Selling and the queue are safe."),
            {},
            {}};
}

void ExampleDesk::addPastSale(const PastSale &past)
{
    sync::SaleDraft draft;
    for (const QString &code : past.codes) {
        const qsizetype star = code.indexOf(u'*');
        sync::SaleLineDraft line;
        line.quantity = Quantity(star < 0 ? 1 : code.left(star).toLongLong());
        for (const sync::ProductView &product : std::as_const(m_products)) {
            for (const sync::VariantView &view : product.variants) {
                if (view.variant.sku == code.mid(star + 1))
                    line.variant = view.variant.id;
            }
        }
        draft.lines.append(line);
    }
    sync::SaleView view;
    view.sale = priced(draft);
    view.sale.id = SaleId(nextId());
    view.sale.number = QStringLiteral("HARBOUR-1-%1").arg(m_sales.size() + 1, 6, 10, QLatin1Char('0'));
    view.sale.completedAt = past.at;
    view.sale.note = past.note;
    if (m_state.registerInfo)
        view.sale.registerId = m_state.registerInfo->id;
    if (m_state.location)
        view.sale.location = m_state.location->id;
    if (m_state.openShift && past.state != sync::SyncState::Synced)
        view.sale.shift = m_state.openShift->id;
    const Money total = view.sale.total;
    Money tendered = total;
    if (past.method == PaymentMethod::Cash) // the next five euros up
        tendered = Money((total.minor() / 500 + 1) * 500, total.currency());
    view.sale.payments = {{past.method, total, tendered, tendered - total}};
    view.state = past.state;
    view.cashierName = past.cashier;
    view.customerName = past.customer;
    addSale(view);
}

} // namespace crema::desktop
