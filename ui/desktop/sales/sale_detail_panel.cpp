// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/sale_detail_panel.h"

#include "ui/desktop/sales/sale_state_badge.h"
#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/sale_list_presenter.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace crema::desktop {

namespace {

constexpr int sideWidth = 352;
constexpr int narrowest = 760; ///< below it the side column goes under the main one

const char *toneOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return "ok";
    case Tone::Warning: return "warning";
    case Tone::Error: return "error";
    case Tone::Neutral: break;
    }
    return "";
}

const char *tokenOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return "ok";
    case Tone::Warning: return "warn";
    case Tone::Error: return "error";
    case Tone::Neutral: break;
    }
    return "muted";
}

QFrame *rule()
{
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("rule"));
    return line;
}

/// Takes everything out of a card that is filled anew for each sale.
QGridLayout *emptied(Card &card, const QString &name)
{
    delete card.findChild<QWidget *>(name, Qt::FindDirectChildrenOnly);
    auto *content = new QWidget(&card);
    content->setObjectName(name);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(Card::padding, 0, Card::padding, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    card.body()->addWidget(content);
    return grid;
}

} // namespace

SaleDetailPanel::SaleDetailPanel(const Theme &theme, SaleListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("saleHeader"))),
      m_badge(new Badge(theme, QStringLiteral("saleBadge"))),
      m_lines(new Card(theme, QStringLiteral("saleLines"), tr("Items"))),
      m_payment(new Card(theme, QStringLiteral("salePayment"), tr("Payment"))),
      m_about(new Card(theme, QStringLiteral("saleAbout"), tr("Rung up"))),
      m_receipt(new Card(theme, QStringLiteral("saleReceipt"), tr("Receipt"))),
      m_events(new Card(theme, QStringLiteral("saleEvents"), tr("What happened"))), m_receiptText(new QPlainTextEdit),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight)), m_scroll(new QScrollArea), m_side(new QWidget),
      m_empty(new EmptyState(theme, QStringLiteral("saleEmpty"))), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("saleDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    addActions();
    connect(m_header, &PageHeader::parentChosen, &presenter, &SaleListPresenter::closeSale);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &SaleListPresenter::closeSale);
    connect(&presenter, &SaleListPresenter::detailChanged, this, &SaleDetailPanel::showDetail);
    connect(&theme, &Theme::changed, this, &SaleDetailPanel::showDetail);
    showDetail();
}

void SaleDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    m_receiptText->setObjectName(QStringLiteral("salePreview"));
    m_receiptText->setReadOnly(true);
    m_receiptText->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_receiptText->setFrameShape(QFrame::NoFrame);
    m_receiptText->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_receiptText->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_receiptText->setAccessibleName(tr("Receipt, a copy"));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.scaled(12));
    m_receiptText->setFont(fixed);
    m_receipt->setAside(tr("Copy"));
    m_receipt->addRow(m_receiptText);
    Action &print = *m_presenter.actions().find(u"sales.print");
    auto *printButton = new TouchButton(m_theme, QStringLiteral("sales.print.button"));
    printButton->setAction(print);
    const auto shorten = [printButton] { printButton->setText(tr("Print a copy")); };
    shorten();
    connect(&print, &Action::changed, printButton, shorten);
    m_receipt->addRow(printButton);
    auto *mailButton = new TouchButton(m_theme, QStringLiteral("sales.mail.button"));
    mailButton->setAction(*m_presenter.actions().find(u"sales.mail"));
    m_receipt->addRow(mailButton);

    auto *main = new QVBoxLayout;
    main->setSpacing(16);
    for (Card *card : {m_lines, m_payment, m_about})
        main->addWidget(card);
    main->addStretch(1);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(16);
    for (Card *card : {m_events, m_receipt})
        side->addWidget(card);
    side->addStretch(1);
    auto *content = new QWidget;
    content->setProperty("role", QStringLiteral("page"));
    content->setLayout(m_columns);
    m_columns->setContentsMargins(16, 4, 16, 16);
    m_columns->setSpacing(16);
    m_columns->addLayout(main, 1);
    m_columns->addWidget(m_side);
    m_scroll->setObjectName(QStringLiteral("saleScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setProperty("noRing", true);

    auto *shown = new QWidget;
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    m_stack->addWidget(new QWidget);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

void SaleDetailPanel::addActions()
{
    const auto add = [this](const char *id, const QString &shortText) {
        Action *action = m_presenter.actions().find(QString::fromLatin1(id));
        auto *button = new TouchButton(m_theme, QString::fromLatin1(id) + QStringLiteral(".button"));
        button->setAction(*action);
        if (shortText.isEmpty()) {
            // The icon alone, with the action's name for tooltips and screen readers.
            const auto drop = [button] { button->setText({}); };
            drop();
            connect(action, &Action::changed, button, drop);
            m_header->addAction(button);
            button->setFixedWidth(m_theme.scaled(44));
            return;
        }
        const auto shorten = [button, shortText] { button->setText(shortText); };
        shorten();
        connect(action, &Action::changed, button, shorten);
        m_header->addAction(button);
    };
    add("sales.previous", {});
    add("sales.next", {});
    add("sales.copy-number", {});
    add("sales.copy-link", tr("Copy link"));
    add("sales.copy-receipt", tr("Copy receipt"));
    add("sales.return", tr("Return…"));
}

void SaleDetailPanel::setBeside(bool beside)
{
    m_header->setParentPlace(beside ? QString() : tr("Sales"));
    m_header->setEdge(beside ? 24 : 16);
    m_columns->setContentsMargins(beside ? 24 : 16, 4, beside ? 24 : 16, 16);
    m_columns->setSpacing(beside ? 24 : 16);
}

void SaleDetailPanel::focusSale()
{
    m_scroll->setFocus();
}

void SaleDetailPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < m_theme.scaled(narrowest);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(narrow ? 0 : m_theme.scaled(sideWidth));
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : m_theme.scaled(sideWidth));
}

QLabel *SaleDetailPanel::text(const QString &words, int px, QFont::Weight weight, const char *tone) const
{
    QLabel *label = makeText(m_theme, QString(), px, weight, tone);
    label->setText(words);
    return label;
}

void SaleDetailPanel::showDetail()
{
    if (m_presenter.detailProblem()) {
        const Problem &problem = *m_presenter.detailProblem();
        m_empty->showState(QStringLiteral("search"), problem.message, problem.hint);
        m_empty->setAction(tr("Back to all sales"), "plain");
        m_stack->setCurrentIndex(1);
    } else if (m_presenter.openKey().isEmpty()) {
        m_empty->showState(QStringLiteral("orders"), tr("Choose a sale"),
                           tr("Its items, payments, receipt and state stand here."));
        m_empty->setAction({});
        m_stack->setCurrentIndex(1);
    } else if (m_presenter.detail()) {
        showSale(*m_presenter.detail());
        m_stack->setCurrentIndex(2);
    } else {
        m_stack->setCurrentIndex(0);
    }
}

void SaleDetailPanel::showSale(const SaleDetail &sale)
{
    m_header->setTitle(sale.number);
    const QString position = m_presenter.positionText();
    m_header->setAside(position.isEmpty() ? sale.timeText
                                          : tr("%1 · %2", "when, place in the list").arg(sale.timeText, position));
    m_badge->setLook(badgeOf(sale.state));
    fillLines(sale);
    fillPayment(sale);
    fillEvents(sale);
    QGridLayout *about = emptied(*m_about, QStringLiteral("aboutContent"));
    const auto addAbout = [&](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        const int row = about->rowCount();
        about->addWidget(text(name, 14, QFont::Normal, "muted"), row, 0, Qt::AlignTop);
        QLabel *words = text(value, 14, QFont::Normal);
        words->setWordWrap(true);
        about->addWidget(words, row, 1);
    };
    addAbout(tr("When"), sale.exactText);
    addAbout(tr("Cashier"), sale.cashier);
    addAbout(tr("Register"), sale.registerText);
    addAbout(tr("Customer"), sale.customer);
    addAbout(tr("Note"), sale.note);
    addAbout(tr("On the receipt"), sale.customerNote);
    about->setColumnMinimumWidth(0, m_theme.scaled(96));
    about->setColumnStretch(1, 1);
    if (m_receiptText->toPlainText() != sale.receiptText)
        m_receiptText->setPlainText(sale.receiptText);
    const int lines = static_cast<int>(sale.receiptText.count(u'\n')) + 2;
    m_receiptText->setFixedHeight(lines * QFontMetrics(m_receiptText->font()).lineSpacing() + 12);
}

void SaleDetailPanel::fillLines(const SaleDetail &sale)
{
    m_lines->setAside(sale.itemsText);
    QGridLayout *grid = emptied(*m_lines, QStringLiteral("linesContent"));
    const auto end = Qt::AlignRight | Qt::AlignTop;
    const QStringList titles{tr("Item"), tr("Quantity"), tr("Unit price"), tr("VAT"), tr("Total")};
    for (int column = 0; column < titles.size(); ++column) {
        QLabel *title = text(titles.at(column), 12, QFont::Medium, "muted");
        grid->addWidget(title, 0, column, column == 0 ? Qt::AlignLeft : Qt::AlignRight);
    }
    int row = 1;
    for (const SaleLineView &line : sale.lines) {
        grid->addWidget(rule(), row++, 0, 1, static_cast<int>(titles.size()));
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        for (const auto &[part, weight, tone] :
             {std::tuple(line.name, QFont::Medium, ""), std::tuple(line.detail, QFont::Normal, "muted"),
              std::tuple(line.discountText, QFont::Normal, "ok"),
              std::tuple(line.returnText, QFont::Medium, "warning")}) {
            if (part.isEmpty())
                continue;
            QLabel *label = text(part, 14, weight, tone);
            label->setWordWrap(true);
            words->addWidget(label);
        }
        grid->addLayout(words, row, 0);
        const auto amount = [&](const QString &value, QFont::Weight weight, int column) {
            auto *label = new AmountLabel;
            label->setText(value);
            label->setFont(m_theme.font(14, weight));
            label->setAlignment(Qt::AlignRight);
            label->setProperty("tone", QString::fromLatin1(column == 4 ? "" : "muted"));
            label->setMinimumWidth(label->sizeHint().width());
            grid->addWidget(label, row, column, end);
        };
        amount(line.quantityText, QFont::Normal, 1);
        amount(line.unitPriceText, QFont::Normal, 2);
        amount(line.taxText, QFont::Normal, 3);
        amount(line.totalText, QFont::Medium, 4);
        ++row;
    }
    grid->setColumnStretch(0, 1);
}

void SaleDetailPanel::addAmount(QGridLayout &grid, const AmountRow &row, int px, const char *tone)
{
    const int at = grid.rowCount();
    const QFont::Weight weight = px > 14 ? QFont::DemiBold : QFont::Normal;
    grid.addWidget(text(row.label, px, weight, tone), at, 0);
    auto *amount = new AmountLabel;
    amount->setText(row.amountText);
    amount->setFont(m_theme.font(px, weight));
    amount->setAlignment(Qt::AlignRight);
    amount->setProperty("tone", QString::fromLatin1(tone));
    amount->setMinimumWidth(amount->sizeHint().width());
    grid.addWidget(amount, at, 1, Qt::AlignRight);
}

void SaleDetailPanel::fillPayment(const SaleDetail &sale)
{
    QGridLayout *grid = emptied(*m_payment, QStringLiteral("paymentContent"));
    grid->setColumnStretch(0, 1);
    for (const AmountRow &row : sale.discounts)
        addAmount(*grid, row, 14, "");
    addAmount(*grid, {tr("Total"), sale.totalText}, 16, "");
    for (const AmountRow &row : sale.taxes)
        addAmount(*grid, row, 14, "muted");
    grid->addWidget(rule(), grid->rowCount(), 0, 1, 2);
    for (const AmountRow &row : sale.payments)
        addAmount(*grid, row, 14, "");
}

void SaleDetailPanel::fillEvents(const SaleDetail &sale)
{
    QGridLayout *grid = emptied(*m_events, QStringLiteral("eventsContent"));
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(12);
    for (const SaleEvent &event : sale.events) {
        const int row = grid->rowCount();
        auto *icon = new QLabel;
        icon->setPixmap(m_theme.icon(event.iconName, tokenOf(event.tone)).pixmap(20, 20));
        grid->addWidget(icon, row, 0, Qt::AlignTop);
        grid->addWidget(text(event.title, 14, QFont::Medium, toneOf(event.tone)), row, 1);
        grid->addWidget(text(event.timeText, 12, QFont::Normal, "muted"), row, 2, Qt::AlignRight);
        QLabel *detail = text(event.detail, 14, QFont::Normal, "muted");
        detail->setWordWrap(true);
        grid->addWidget(detail, row + 1, 1, 1, 2);
        grid->setRowMinimumHeight(row + 2, 4);
    }
    grid->setColumnStretch(1, 1);
}

} // namespace crema::desktop
