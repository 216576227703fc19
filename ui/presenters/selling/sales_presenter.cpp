// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/sales_presenter.h"

#include "models/selling/cash_amount.h"
#include "models/selling/complete_sale.h"
#include "models/settings/modifier_groups.h"
#include "models/text/fold.h"
#include "reports/documents/receipt_document.h"
#include "ui/presenters/people/customers_presenter.h"
#include "ui/presenters/printing/printer_setup.h"
#include "ui/presenters/printing/receipt_input.h"
#include "ui/presenters/selling/gift_cards_presenter.h"
#include "ui/presenters/selling/sale_query_filter.h"
#include "ui/presenters/table/filter_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::SalesPresenter)
};

constexpr std::int64_t pageSize = 1000;

Problem unreadFilter(const QString &word)
{
    return unknownFilter(
        word, Texts::tr("Sales take day:today, day:7d, day:2026-11-20, state:queued, state:sending, state:synced, "
                        "state:attention, shift:this and a part of the receipt number."));
}

tl::unexpected<Problem> noShift()
{
    return failure(ProblemKind::Conflict, QStringLiteral("shift.not_open"),
                   Texts::tr("No shift is open on this register."), Texts::tr("Leave out shift:this."));
}

/// The modifiers of these names that are offered for the product.
Result<QList<ModifierId>> modifiersOf(const sync::ClientState &state, const sync::ProductView &product,
                                      const QStringList &names)
{
    QList<ModifierId> ids;
    const QList<ModifierGroup> groups =
        offeredGroups(modifierGroups(state.settings, state.currency()), product.product.name, product.categoryNames);
    for (const QString &name : names) {
        const qsizetype before = ids.size();
        for (const ModifierGroup &group : groups) {
            const auto found = std::ranges::find_if(group.modifiers, [&](const SaleModifier &modifier) {
                return searchKey(modifier.name) == searchKey(name);
            });
            if (found != group.modifiers.end() && ids.size() == before)
                ids.append(found->modifier);
        }
        if (ids.size() == before)
            return failure(ProblemKind::Invalid, u"line.option"_s,
                           Texts::tr("%1 is not offered with an option \"%2\".").arg(product.product.name, name),
                           Texts::tr("crema setting get till.modifiers shows what is."));
    }
    return ids;
}

QCoro::Task<Result<QList<sync::SaleLineDraft>>> readLines(sync::Client &client, QStringList lines)
{
    QList<sync::SaleLineDraft> drafts;
    for (const QString &text : lines) {
        const Result<LineWords> words = readLineWords(text);
        if (!words)
            co_return failure(words.error());
        const Result<sync::CodeHit> hit = co_await client.findByCode(words->code);
        if (!hit)
            co_return failure(hit.error());
        sync::SaleLineDraft draft;
        draft.variant = hit->variant;
        draft.quantity = words->quantity;
        const Result<QList<ModifierId>> modifiers = modifiersOf(client.state(), hit->product, words->with);
        if (!modifiers)
            co_return failure(modifiers.error());
        draft.modifiers = *modifiers;
        drafts.append(draft);
    }
    co_return drafts;
}

/// What is no article; its tax class by the name that the shop gave it.
QCoro::Task<Result<QList<sync::SaleLineDraft>>> readOffCatalog(sync::Client &client, QStringList texts)
{
    QList<sync::SaleLineDraft> drafts;
    if (texts.isEmpty())
        co_return drafts;
    const Result<QList<TaxClass>> classes = co_await client.taxClasses();
    if (!classes)
        co_return failure(classes.error());
    for (const QString &text : texts) {
        const Result<OffCatalogWords> words = readOffCatalogWords(text);
        if (!words)
            co_return failure(words.error());
        const auto found = std::ranges::find_if(*classes, [&](const TaxClass &each) {
            return words->taxClass.isEmpty() ? each.isDefault : searchKey(each.name) == searchKey(words->taxClass);
        });
        if (found == classes->end())
            co_return failure(ProblemKind::Invalid, u"off_catalog.tax"_s,
                              Texts::tr("There is no tax class \"%1\".").arg(words->taxClass),
                              Texts::tr("Name one of those that the shop has, or leave ,tax= out."));
        sync::SaleLineDraft draft;
        draft.offCatalog = OffCatalog{words->name, found->id};
        draft.price = Price{Money(words->minor, client.state().currency()), 1};
        drafts.append(draft);
    }
    co_return drafts;
}

Result<QList<sync::TenderDraft>> readTenders(const SaleWords &sale, Currency currency)
{
    QList<sync::TenderDraft> drafts;
    for (const QString &text : sale.tenders) {
        const Result<TenderWords> words = readTenderWords(text);
        if (!words)
            return failure(words.error());
        drafts.append({words->method,
                       Money(words->minor, currency),
                       sale.isConfirmed,
                       words->card,
                       Money(words->tipMinor, currency),
                       {},
                       words->intent});
    }
    return drafts;
}

/// The cards that pay and those that are loaded, which only the store knows.
QCoro::Task<Result<sync::SaleDraft>> withCards(sync::Client &client, sync::SaleDraft draft, SaleWords words)
{
    for (qsizetype i = 0; i < words.tenders.size(); ++i) {
        const Result<TenderWords> tender = readTenderWords(words.tenders.at(i));
        if (!tender || tender->giftCard.isEmpty())
            continue;
        const Result<GiftCardView> card = co_await GiftCardsPresenter(client).find(tender->giftCard);
        if (!card)
            co_return failure(card.error());
        draft.tenders[i].giftCard = card->card.id;
    }
    for (const QString &text : words.giftCards) {
        const Result<GiftLoadWords> load = readGiftLoadWords(text);
        if (!load)
            co_return failure(load.error());
        const Result<GiftCardView> card = co_await GiftCardsPresenter(client).find(load->card);
        if (!card)
            co_return failure(card.error());
        draft.giftCards.append({card->card.id, Money(load->minor, client.state().currency())});
    }
    co_return draft;
}

Result<QList<DiscountWords>> readDiscounts(const QStringList &texts, Currency currency)
{
    QList<DiscountWords> discounts;
    for (const QString &text : texts) {
        const Result<DiscountWords> words = readDiscountWords(text, currency);
        if (!words)
            return failure(words.error());
        discounts.append(*words);
    }
    return discounts;
}

/// Puts each where its words say.
Result<void> placeDiscounts(sync::SaleDraft &draft, const QList<DiscountWords> &discounts)
{
    for (const DiscountWords &words : discounts) {
        if (words.line && *words.line > draft.lines.size())
            return failure(ProblemKind::Invalid, QStringLiteral("discount.no_line"),
                           Texts::tr("There is no line %1 to take something off.").arg(*words.line),
                           Texts::tr("Lines count from 1 in the order of --line."));
        (words.line ? draft.lines[*words.line - 1].discounts : draft.discounts).append(words.discount);
    }
    return {};
}

QCoro::Task<Result<sync::SaleDraft>> readDraft(sync::Client &client, SaleWords words)
{
    sync::SaleDraft draft;
    // The words first: a slip in the last tender is told before the store is asked for anything.
    const Result<QList<sync::TenderDraft>> tenders = readTenders(words, client.state().currency());
    if (!tenders)
        co_return failure(tenders.error());
    const Result<QList<DiscountWords>> discounts = readDiscounts(words.discounts, client.state().currency());
    if (!discounts)
        co_return failure(discounts.error());
    const Result<QList<sync::SaleLineDraft>> lines = co_await readLines(client, words.lines);
    if (!lines)
        co_return failure(lines.error());
    if (!words.customer.isEmpty()) {
        const Result<Customer> customer = co_await CustomersPresenter(client).byWords(words.customer);
        if (!customer)
            co_return failure(customer.error());
        draft.customer = customer->id;
    }
    const Result<QList<sync::SaleLineDraft>> others = co_await readOffCatalog(client, words.offCatalog);
    if (!others)
        co_return failure(others.error());
    draft.lines = *lines + *others;
    if (const Result<void> placed = placeDiscounts(draft, *discounts); !placed)
        co_return failure(placed.error());
    draft.tenders = *tenders;
    draft.note = words.note;
    draft.customerNote = words.customerNote;
    draft.points = words.points;
    for (const QString &typed : words.coupons) {
        const Result<Promotion> promotion = co_await client.promotionOfCoupon(typed);
        if (!promotion)
            co_return failure(promotion.error());
        draft.coupons.append(couponCode(typed));
    }
    co_return co_await withCards(client, draft, words);
}

Result<QByteArray> printerBytes(const documents::PrintedDocument &document, const ReceiptForm &form,
                                const documents::LineDrawer &draw)
{
    const QString id = form.profile.isEmpty() ? documents::printerProfiles().first().id : form.profile;
    std::optional<documents::PrinterProfile> printer = documents::printerProfile(id);
    if (!printer)
        return failure(ProblemKind::Invalid, u"printer.profile"_s, Texts::tr("No printer is called \"%1\".").arg(id),
                       Texts::tr("Choose one of %1.").arg(printerProfileIds().join(u", "_s)));
    if (form.columns != 0)
        printer->columns = form.columns;
    return documents::escPosOf(document, *printer, draw);
}

Result<QByteArray> receiptBytes(const documents::ReceiptInput &input, const QLocale &locale, const ReceiptForm &form,
                                const documents::PageDrawing &drawing)
{
    const int columns = form.columns == 0 ? documents::mediumReceipt : form.columns;
    switch (form.format) {
    case ReceiptForm::Format::Text: return documents::receiptText(input, locale, columns).toUtf8();
    case ReceiptForm::Format::EscPos:
        return printerBytes(documents::receiptDocument(input, locale), form, drawing.line);
    case ReceiptForm::Format::Pdf: break;
    }
    const QByteArray pdf =
        drawing.pdf ? drawing.pdf(documents::receiptDocument(input, locale), columns, input.sale.number) : QByteArray();
    if (pdf.isEmpty())
        return failure(ProblemKind::Failed, u"receipt.drawing"_s, Texts::tr("The receipt could not be drawn."));
    return pdf;
}

} // namespace

QCoro::Task<Result<sync::SaleDraft>> SalesPresenter::draftOf(SaleWords words) const
{
    return readDraft(m_client, std::move(words));
}

QCoro::Task<Result<SaleView>> SalesPresenter::create(SaleWords words) const
{
    sync::Client &client = m_client;
    const Result<sync::SaleDraft> draft = co_await readDraft(client, words);
    if (!draft)
        co_return failure(draft.error());
    co_return co_await client.completeSale(*draft);
}

QCoro::Task<Result<QuotedSale>> SalesPresenter::quote(SaleWords words) const
{
    sync::Client &client = m_client;
    const Result<sync::SaleDraft> draft = co_await readDraft(client, words);
    if (!draft)
        co_return failure(draft.error());
    const Result<Sale> sale = co_await client.quote(*draft);
    if (!sale)
        co_return failure(sale.error());
    QList<Tender> tenders;
    for (const sync::TenderDraft &tender : draft->tenders)
        tenders.append({tender.method, tender.tendered, false, tender.card, tender.tip});
    const CashRounding rounding = cashRoundingAt(client.state().location, client.state().currency());
    co_return QuotedSale{*sale, remainingInCash(sale->total, tenders, rounding).due};
}

QCoro::Task<Result<QList<SaleView>>> SalesPresenter::list(QString text, std::int64_t limit, UtcTime now) const
{
    sync::Client &client = m_client;
    const SaleQuery query = readSaleQuery(text);
    if (!query.unread.isEmpty())
        co_return failure(unreadFilter(query.unread.first()));
    const TimeWords times = TimeWords::ofShop(QLocale(), client.state().location);
    auto filter = saleFilterOf(query, client.state(), times, now);
    if (!filter)
        co_return noShift();
    QList<SaleView> found;
    for (bool end = false; !end && found.size() < limit;) {
        filter->limit = static_cast<int>(std::min<std::int64_t>(pageSize, limit));
        const Result<QList<SaleView>> page = co_await client.sales(*filter);
        if (!page)
            co_return failure(page.error());
        for (const SaleView &view : *page) {
            if (found.size() < limit && (!query.state || recordStateOf(view.state) == *query.state))
                found.append(view);
        }
        filter->offset += static_cast<int>(page->size());
        end = page->size() < filter->limit;
    }
    co_return found;
}

QCoro::Task<Result<QByteArray>> SalesPresenter::receipt(QString number, QLocale locale, ReceiptForm form) const
{
    sync::Client &client = m_client;
    const documents::PageDrawing drawing = m_drawing;
    const Result<SaleView> view = co_await client.sale(number);
    if (!view)
        co_return failure(view.error());
    // The first print belongs to the till; what is asked for by number later is a copy.
    const documents::ReceiptInput input =
        receiptInputOf(view->sale, client.state(), view->cashierName, documents::ReceiptKind::Copy);
    co_return receiptBytes(input, locale, form, drawing);
}

} // namespace crema::presenters
