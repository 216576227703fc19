// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/display/display_window.h"

#include "ui/desktop/account/qr_code_view.h"
#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/till/display_presenter.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int lineHeight = 48;   ///< px at text scale 1.0
constexpr int detailHeight = 24; ///< of what lies in a bundle, below its name

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

AmountLabel *makeAmount(const Theme &theme, const QString &name, int px, QFont::Weight weight)
{
    auto *label = new AmountLabel(QString());
    label->setObjectName(name);
    label->setFont(theme.font(px, weight));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

/// At the side where a line begins, whatever language the name is in: a label goes by its text otherwise, and puts a
/// name beside the amount.
void alignToLeading(QLabel &label)
{
    const Qt::Alignment side = QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    label.setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
}

} // namespace

DisplayWindow::DisplayWindow(const Theme &theme, DisplayPresenter &presenter, QWidget *main)
    : QWidget(main, Qt::Window | Qt::WindowDoesNotAcceptFocus), m_theme(theme), m_presenter(presenter), m_main(main),
      m_training(makeText(theme, QStringLiteral("displayTraining"), 24, QFont::Bold)), m_faces(new QStackedWidget)
{
    setObjectName(QStringLiteral("displayWindow"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", QStringLiteral("page"));
    setWindowTitle(tr("Customer display"));
    setAccessibleName(tr("Customer display"));
    resize(800, 600);
    m_training->setAlignment(Qt::AlignCenter);
    m_training->setContentsMargins(16, 8, 16, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_training);
    m_faces->addWidget(makeIdle());
    m_faces->addWidget(makeSale());
    column->addWidget(m_faces, 1);
    connect(&presenter, &DisplayPresenter::viewChanged, this, &DisplayWindow::showView);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &DisplayWindow::showPlace);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &DisplayWindow::showPlace);
    showView();
}

QWidget *DisplayWindow::makeIdle()
{
    auto *face = new QWidget;
    m_idleName = makeText(m_theme, QStringLiteral("displayIdleName"), 56, QFont::DemiBold);
    m_idleName->setAlignment(Qt::AlignCenter);
    m_idleName->setWordWrap(true);
    QLabel *welcome = makeText(m_theme, QStringLiteral("displayWelcome"), 28, QFont::Normal, "muted");
    welcome->setText(tr("Welcome"));
    welcome->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(face);
    column->setContentsMargins(48, 48, 48, 48);
    column->addStretch(1);
    column->addWidget(m_idleName);
    column->addWidget(welcome);
    column->addStretch(1);
    return face;
}

QWidget *DisplayWindow::makeSale()
{
    auto *face = new QWidget;
    m_name = makeText(m_theme, QStringLiteral("displayName"), 24, QFont::DemiBold, "muted");
    alignToLeading(*m_name);
    m_linesArea = new QWidget;
    m_lines = new QVBoxLayout(m_linesArea);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(4);
    m_totalLabel = makeText(m_theme, QStringLiteral("displayTotalLabel"), 28, QFont::Normal, "muted");
    m_total = makeAmount(m_theme, QStringLiteral("displayTotal"), 64, QFont::DemiBold);
    auto *total = new QHBoxLayout;
    total->addWidget(m_totalLabel);
    total->addWidget(m_total, 1);
    m_changeArea = new QWidget;
    m_changeLabel = makeText(m_theme, QStringLiteral("displayChangeLabel"), 28, QFont::Normal, "muted");
    m_changeLabel->setText(tr("Change"));
    m_change = makeAmount(m_theme, QStringLiteral("displayChange"), 64, QFont::Bold);
    auto *change = new QHBoxLayout(m_changeArea);
    change->setContentsMargins(0, 0, 0, 0);
    change->addWidget(m_changeLabel);
    change->addWidget(m_change, 1);
    m_paid = makeText(m_theme, QStringLiteral("displayPaid"), 20, QFont::Normal, "muted");
    m_paid->setWordWrap(true);
    auto *sums = new QVBoxLayout;
    sums->setSpacing(8);
    sums->addLayout(m_rows);
    sums->addLayout(total);
    sums->addWidget(m_changeArea);
    sums->addWidget(m_paid);
    m_codeArea = new QWidget;
    m_code = new QrCodeView(m_theme, QStringLiteral("displayCode"));
    m_code->setAccessibleDescription({}); // it is no secret
    m_codeLabel = makeText(m_theme, QStringLiteral("displayCodeLabel"), 16, QFont::Normal);
    m_codeLabel->setAlignment(Qt::AlignCenter);
    m_codeLabel->setWordWrap(true);
    auto *code = new QVBoxLayout(m_codeArea);
    code->setContentsMargins(0, 0, 0, 0);
    code->addWidget(m_code, 0, Qt::AlignCenter);
    code->addWidget(m_codeLabel);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(32);
    foot->addWidget(m_codeArea);
    foot->addLayout(sums, 1);
    auto *column = new QVBoxLayout(face);
    column->setContentsMargins(48, 32, 48, 32);
    column->setSpacing(24);
    column->addWidget(m_name);
    column->addWidget(m_linesArea, 1);
    column->addLayout(foot);
    return face;
}

void DisplayWindow::showPlace()
{
    const DisplayPlace place = m_presenter.place();
    if (place == DisplayPlace::Off) {
        hide();
        return;
    }
    QScreen *other = nullptr;
    for (QScreen *screen : QGuiApplication::screens()) {
        if (place == DisplayPlace::SecondScreen && screen != m_main->screen() && other == nullptr)
            other = screen;
    }
    if (other != nullptr) {
        setGeometry(other->geometry());
        showFullScreen();
    } else {
        showNormal();
    }
}

void DisplayWindow::showView()
{
    const DisplayView &view = m_presenter.view();
    m_training->setVisible(!view.trainingText.isEmpty());
    m_training->setText(view.trainingText);
    m_faces->setCurrentIndex(view.face == DisplayView::Face::Idle ? 0 : 1);
    m_idleName->setText(view.businessName);
    m_name->setText(view.businessName);
    m_totalLabel->setText(view.totalLabel);
    m_total->setText(view.totalText);
    m_total->setAccessibleName(tr("%1 %2", "name of an amount and the amount").arg(view.totalLabel, view.totalText));
    m_changeArea->setVisible(!view.changeText.isEmpty());
    m_change->setText(view.changeText);
    m_change->setAccessibleName(
        tr("%1 %2", "name of an amount and the amount").arg(m_changeLabel->text(), view.changeText));
    m_paid->setVisible(!view.paidText.isEmpty());
    m_paid->setText(view.paidText);
    m_codeArea->setVisible(!view.codeText.isEmpty());
    m_code->setText(view.codeText);
    m_codeLabel->setText(view.codeLabel);
    showRows();
    showLines();
}

void DisplayWindow::showRows()
{
    empty(*m_rows);
    int number = 0;
    for (const AmountRow &row : m_presenter.view().rows) {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        QLabel *label = makeText(m_theme, QStringLiteral("displayRow%1").arg(number), 20, QFont::Normal, "muted");
        label->setText(row.label);
        AmountLabel *amount = makeAmount(m_theme, QStringLiteral("displayRowAmount%1").arg(number), 20, QFont::Normal);
        amount->setText(row.amountText);
        layout->addWidget(label);
        layout->addWidget(amount, 1);
        m_rows->addWidget(line);
        ++number;
    }
}

// The newest have the room; nobody scrolls here.
void DisplayWindow::showLines()
{
    empty(*m_lines);
    const int count = static_cast<int>(m_presenter.view().lines.size());
    int first = count;
    for (int room = m_linesArea->height(); first > 0; --first) {
        room -= heightOf(first - 1);
        if (room < 0 && first < count)
            break;
    }
    for (int row = first; row < count; ++row)
        m_lines->addWidget(makeLine(row));
    m_lines->addStretch(1);
}

int DisplayWindow::heightOf(int row) const
{
    const DisplayLine &line = m_presenter.view().lines.at(row);
    const bool hasDetail = !line.detail.isEmpty() || !line.chosenText.isEmpty();
    return m_theme.scaled(hasDetail ? lineHeight + detailHeight : lineHeight);
}

QWidget *DisplayWindow::makeLine(int row)
{
    const DisplayLine &line = m_presenter.view().lines.at(row);
    auto *widget = new QWidget;
    widget->setFixedHeight(heightOf(row));
    QLabel *quantity = makeText(m_theme, QStringLiteral("displayQuantity%1").arg(row), 24, QFont::Normal, "muted");
    quantity->setText(line.quantityText);
    quantity->setMinimumWidth(m_theme.scaled(72));
    QLabel *name = makeText(m_theme, QStringLiteral("displayLine%1").arg(row), 24, QFont::Normal);
    name->setText(line.name);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the amount goes first to the room
    alignToLeading(*name);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    const auto addBelow = [&](const QString &objectName, const QString &text) {
        QLabel *below = makeText(m_theme, objectName.arg(row), 14, QFont::Normal, "muted");
        below->setText(text);
        below->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        alignToLeading(*below);
        words->addWidget(below);
    };
    if (!line.chosenText.isEmpty())
        addBelow(QStringLiteral("displayChosen%1"), line.chosenText);
    if (!line.detail.isEmpty())
        addBelow(QStringLiteral("displayDetail%1"), line.detail);
    AmountLabel *amount = makeAmount(m_theme, QStringLiteral("displayAmount%1").arg(row), 24, QFont::Normal);
    amount->setText(line.totalText);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(quantity);
    layout->addLayout(words, 1);
    layout->addWidget(amount);
    return widget;
}

void DisplayWindow::closeEvent(QCloseEvent *event)
{
    // Somebody closed it: it stays closed. That the program ends is nobody's wish about it.
    if (event->spontaneous())
        m_presenter.setPlace(DisplayPlace::Off);
    QWidget::closeEvent(event);
}

void DisplayWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Later: a row that is just being shown may be what made the window larger.
    QMetaObject::invokeMethod(this, &DisplayWindow::showLines, Qt::QueuedConnection);
}

} // namespace crema::desktop
