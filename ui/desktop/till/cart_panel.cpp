// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cart_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/till/cart_delegate.h"
#include "ui/desktop/till/cart_view.h"
#include "ui/desktop/till/coupon_chips.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_list_model.h"
#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/presenters/till/till_presenter.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr std::int64_t tintMs = 600;
constexpr std::int64_t announceMs = 150;
constexpr int gap = 24; ///< between a name in the totals and its amount, px

/// Colours of a label follow the style sheet; amounts of the totals are painted and take theirs from the palette.
AmountLabel *makeAmount(const Theme &theme, const QString &text, int px, QFont::Weight weight)
{
    auto *label = new AmountLabel(text);
    label->setFont(theme.font(px, weight));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

CartPanel::CartPanel(const Theme &theme, TillPresenter &presenter, CartStepPresenter &steps, Clock &clock,
                     QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_steps(steps), m_clock(clock),
      m_model(new CartListModel(presenter, this)), m_delegate(new CartDelegate(theme, *m_model, this)),
      m_list(new CartView), m_remarks(makeText(theme, QStringLiteral("cartRemarks"), 14, QFont::Normal)),
      m_pay(new TouchButton(theme, QStringLiteral("payButton")))
{
    setObjectName(QStringLiteral("cartPanel"));
    m_list->setObjectName(QStringLiteral("cartList"));
    m_list->setAccessibleName(tr("Cart"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    setProperty("region", true);
    m_delegate->setView(*m_list);
    connect(m_list, &CartView::swipedAway, &presenter, &TillPresenter::removeLine);

    m_pay->setKind("primary");
    m_pay->setTextSize(20, QFont::DemiBold);
    Action &pay = *presenter.actions().find(u"till.pay");
    m_pay->setAction(pay);
    m_pay->setIconName({});
    connect(&pay, &Action::changed, this, &CartPanel::showPayKey);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_list, 1);
    m_remarks->setWordWrap(true);
    m_remarks->setContentsMargins(16, 6, 16, 6);
    column->addWidget(m_remarks);
    auto *coupons = new QVBoxLayout;
    coupons->setContentsMargins(12, 0, 12, 4);
    coupons->addWidget(new CouponChips(theme, presenter, QStringLiteral("cartCoupon")));
    column->addLayout(coupons);
    column->addWidget(makeTotals());
    column->addWidget(makeActions());
    auto *payRow = new QVBoxLayout;
    payRow->setContentsMargins(12, 0, 12, 12);
    payRow->addWidget(m_pay);
    column->addLayout(payRow);

    connect(&presenter, &TillPresenter::cartChanged, this, &CartPanel::showCart);
    connect(&presenter, &TillPresenter::entryChanged, this, [this] {
        m_delegate->setEntry(m_presenter.entryText());
        m_list->viewport()->update();
    });
    connect(&presenter, &TillPresenter::modeChanged, this, [this] {
        m_actions->setVisible(m_presenter.mode() == TillMode::Selling);
        m_pay->setVisible(m_presenter.mode() >= TillMode::Selling);
        showPayKey();
        showCart();
    });
    connect(&presenter, &TillPresenter::itemAdded, this, &CartPanel::tint);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { m_presenter.selectLine(current.row()); });
    connect(&theme, &Theme::changed, this, [this] { showCart(); });
    setSizeClass(SizeClass::Medium);
    showPayKey();
    showCart();
}

void CartPanel::showPayKey()
{
    const bool isOver = m_presenter.mode() == TillMode::ChangeDue;
    m_pay->setKeyHint(isOver ? QStringLiteral("Enter") : keyName(*m_presenter.actions().find(u"till.pay")));
}

QWidget *CartPanel::makeBar()
{
    m_bar = new QFrame;
    m_bar->setObjectName(QStringLiteral("cartBar"));
    m_bar->setMinimumHeight(48);
    m_barTitle = makeText(m_theme, QStringLiteral("cartTitle"), 16, QFont::Medium);
    m_barDetail = makeText(m_theme, QStringLiteral("cartDetail"), 14, QFont::Normal, "muted");
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(m_barTitle);
    m_barDetail->setWordWrap(true);
    m_barDetail->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->setSpacing(8);
    auto *parked = new TouchButton(m_theme, QStringLiteral("parkedSales"));
    parked->setKind("quiet");
    parked->setTextSize(14, QFont::Medium);
    Action &recall = *m_steps.actions().find(u"till.recall");
    parked->setAction(recall);
    parked->setMinimumHeight(m_theme.scaled(40));
    row->addWidget(parked);
    row->addWidget(m_barDetail, 1);
    const auto showParked = [this, parked, &recall] {
        // While a sale is being rung up the number at Hold says how many wait.
        parked->setVisible(recall.isEnabled() && m_presenter.mode() == TillMode::Selling);
    };
    connect(&recall, &Action::changed, parked, showParked);
    connect(&m_presenter, &TillPresenter::modeChanged, parked, showParked);
    showParked();
    return m_bar;
}

QWidget *CartPanel::makeTotals()
{
    auto *panel = new QFrame;
    panel->setObjectName(QStringLiteral("totalsPanel"));
    m_totals = panel;
    m_totalRows = new QGridLayout;
    m_totalRows->setHorizontalSpacing(gap);
    m_totalRows->setVerticalSpacing(3);
    m_totalLabel = makeText(m_theme, QStringLiteral("totalLabel"), 14, QFont::Normal, "muted");
    m_totalLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_total = makeAmount(m_theme, QString(), 40, QFont::DemiBold);
    m_total->setObjectName(QStringLiteral("totalAmount"));
    m_totalRows->setColumnStretch(1, 1);
    m_bigTotal = new QVBoxLayout;
    m_bigTotal->setSpacing(0);
    m_bigTotal->addWidget(m_totalLabel);
    m_bigTotal->addWidget(m_total);
    m_totalsRow = new QHBoxLayout(panel);
    m_totalsRow->setContentsMargins(16, 8, 16, 8);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    rows->addStretch(1);
    rows->addLayout(m_totalRows);
    rows->addStretch(1);
    m_totalsRow->addLayout(rows);
    m_totalsRow->addStretch(1);
    m_totalsRow->addLayout(m_bigTotal);
    return panel;
}

QWidget *CartPanel::makeActions()
{
    m_actions = new QWidget;
    m_actions->setObjectName(QStringLiteral("cartActions"));
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(12, 0, 12, 8);
    row->setSpacing(8);
    for (const char *id : {"till.hold", "till.discount", "till.note", "till.customer"}) {
        TouchButton *button = makeActionButton(QString::fromLatin1(id));
        button->setAction(*m_steps.actions().find(QString::fromLatin1(id)));
        // With large text a longer word gets more room than a short one.
        row->addWidget(button, isLargeText(m_theme) ? button->sizeHint().width() : 1);
        if (button->objectName() == QLatin1String("till.hold")) {
            const auto showCount = [this, button] { button->setCount(m_steps.parkedCount(), "accent"); };
            connect(m_steps.actions().find(u"till.recall"), &Action::changed, button, showCount);
            showCount();
        }
    }
    TouchButton *more = makeActionButton(QStringLiteral("cartMore"));
    more->setIconName(QStringLiteral("more"));
    more->setText(tr("More"));
    more->setAccessibleName(tr("More for this sale"));
    connect(more, &QPushButton::clicked, this, [this, more] { openMore(*more); });
    row->addWidget(more, isLargeText(m_theme) ? more->sizeHint().width() : 1);
    return m_actions;
}

TouchButton *CartPanel::makeActionButton(const QString &name)
{
    auto *button = new TouchButton(m_theme, name);
    button->setArrangement(TouchButton::Arrangement::Stack);
    button->setTextSize(12, QFont::Medium);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setFixedHeight(qMax(48, m_theme.scaled(28)));
    return button;
}

void CartPanel::openMore(QWidget &under)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cartMoreMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](ActionList &actions, QStringView id) {
        Action *action = actions.find(id);
        QAction *drawn =
            menu->addAction(m_theme.icon(action->iconName()), action->text(), action, [action] { action->trigger(); });
        drawn->setObjectName(action->id());
        drawn->setEnabled(action->isEnabled());
        if (!action->shortcuts().isEmpty())
            drawn->setText(QStringLiteral("%1\t%2").arg(action->text(), keyName(*action)));
    };
    for (const QStringView id : {u"till.more", u"till.less", u"till.remove", u"till.weight", u"till.undo",
                                 u"till.clear", u"till.take-nothing-back"})
        add(m_presenter.actions(), id);
    menu->addSeparator();
    for (const QStringView id :
         {u"till.coupon", u"till.points", u"till.customer-note", u"till.recall", u"till.price-check", u"till.why"})
        add(m_steps.actions(), id);
    if (!m_more.isEmpty())
        menu->addSeparator();
    for (const auto &[actions, id] : std::as_const(m_more))
        add(*actions, id);
    menu->popup(under.mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void CartPanel::setSizeClass(SizeClass size)
{
    const bool wide = size == SizeClass::Wide;
    setFixedWidth(size == SizeClass::Compact ? 384 : wide ? 560 : 448);
    m_delegate->setLineHeight(wide ? 64 : 56);
    m_totalsHeight = wide ? 112 : 96;
    arrangeTotals();
    m_pay->setFixedHeight(wide ? 88 : 72);
    m_list->doItemsLayout();
}

void CartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        restyle(*this, "mirrored", layoutDirection() == Qt::RightToLeft);
    QFrame::changeEvent(event);
}

void CartPanel::showBar()
{
    const bool paid = m_presenter.mode() == TillMode::ChangeDue;
    restyle(*m_bar, "paid", paid);
    restyle(*m_barTitle, "tone", paid ? QStringLiteral("ok") : QString());
    restyle(*m_barDetail, "tone", paid ? QStringLiteral("ok") : QStringLiteral("muted"));
    const QString customer = m_presenter.totals().customerText;
    const QString open = m_presenter.isTraining() ? tr("Practice sale") : tr("Sale");
    m_barTitle->setText(paid ? tr("Paid") : customer.isEmpty() ? open : customer);
    // Where text is very large, the number may go on in the next line at each of its parts.
    const QString number = QString(m_presenter.change().receiptNumber).replace(u'-', QStringLiteral("-\u200B"));
    m_barDetail->setText(paid ? tr("Receipt %1").arg(number)
                              : tr("%n items", nullptr, static_cast<int>(m_presenter.totals().itemCount)));
}

void CartPanel::showCart()
{
    showBar();
    showTotals();
    const QModelIndex selected = m_model->index(m_presenter.selectedLine());
    if (selected != m_list->currentIndex()) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(selected);
    }
    if (selected.isValid())
        m_list->scrollTo(selected);
    m_list->viewport()->update();
}

void CartPanel::showTotals()
{
    const TotalsView &totals = m_presenter.totals();
    while (QLayoutItem *item = m_totalRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rowsSize = {};
    for (int row = 0; row < totals.rows.size(); ++row) {
        auto *label = makeText(m_theme, QStringLiteral("totalRow%1").arg(row), 14, QFont::Normal, "muted");
        label->setText(totals.rows.at(row).label);
        m_totalRows->addWidget(label, row, 0);
        auto *amount = makeAmount(m_theme, totals.rows.at(row).amountText, 14, QFont::Normal);
        amount->setObjectName(QStringLiteral("totalRowAmount%1").arg(row));
        m_totalRows->addWidget(amount, row, 1);
        const QSize size(label->sizeHint().width() + gap + amount->sizeHint().width(), label->sizeHint().height() + 3);
        m_rowsSize = {qMax(m_rowsSize.width(), size.width()), m_rowsSize.height() + size.height()};
    }
    m_remarks->setText(totals.remarksText);
    m_remarks->setVisible(!totals.remarksText.isEmpty());
    m_totalLabel->setText(totals.label);
    m_total->setText(totals.totalText);
    m_total->setAccessibleName(tr("%1 %2", "name of an amount and the amount").arg(totals.label, totals.totalText));
    m_total->updateGeometry();
    arrangeTotals();
}

void CartPanel::arrangeTotals()
{
    // Beside each other where both fit, else the rows above and the total with its name below them.
    const QMargins margins = m_totalsRow->contentsMargins();
    const int wished = m_rowsSize.width() + gap + m_total->sizeHint().width();
    const bool stacked = wished + margins.left() + margins.right() > width();
    m_totalsRow->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_bigTotal->setSpacing(stacked ? 12 : 0);
    m_bigTotal->setDirection(stacked ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int height = stacked ? m_rowsSize.height() + m_total->sizeHint().height() : m_theme.scaled(72);
    m_totals->setFixedHeight(qMax(m_totalsHeight, height + margins.top() + margins.bottom()));
}

void CartPanel::announce()
{
    const int row = m_presenter.selectedLine();
    if (row < 0)
        return;
    const QString text = tr("%1; total %2", "a cart line as it is read out, and the total")
                             .arg(m_presenter.lines().at(row).spoken, m_presenter.totals().totalText);
    m_list->setAccessibleDescription(text);
    QAccessibleEvent alert(m_list, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CartPanel::tint(int row)
{
    // Qt before 6.8 cannot announce, so the list says it as its description. The total may need a moment.
    m_announceTimer = m_clock.after(announceMs, [this] { announce(); });
    m_delegate->setTinted(row);
    m_list->viewport()->update();
    m_tintTimer = m_clock.after(tintMs, [this] {
        m_delegate->setTinted(-1);
        m_list->viewport()->update();
    });
}

} // namespace crema::desktop
