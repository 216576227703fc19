// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/merge_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_merge_presenter.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {
namespace {

constexpr int dialogWidth = 680;
constexpr int dialogHeight = 560;

using Step = CustomerMergePresenter::Step;

} // namespace

MergeDialog::MergeDialog(const Theme &theme, CustomerMergePresenter &merging, QWidget *window)
    : QDialog(window), m_theme(theme), m_merging(merging),
      m_title(makeText(theme, QStringLiteral("mergeTitle"), 20, QFont::DemiBold)),
      m_about(makeText(theme, QStringLiteral("mergeAbout"), 14, QFont::Normal, "muted")),
      m_problem(makeText(theme, QStringLiteral("mergeProblem"), 14, QFont::Medium)), m_search(new QLineEdit),
      m_list(new QVBoxLayout), m_steps(new QStackedWidget),
      m_stays(makeSide(QStringLiteral("mergeStays"), tr("Stays"))),
      m_goes(makeSide(QStringLiteral("mergeGoes"), tr("Is merged into the other one"))),
      m_back(makeButton(QStringLiteral("mergeBack"), tr("Cancel"))),
      m_merge(makeButton(QStringLiteral("mergeNow"), tr("Merge")))
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge customers"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_merge->setKind("primary");
    m_steps->addWidget(makeChoosing());
    m_steps->addWidget(makeComparing());
    auto *ends = new QHBoxLayout;
    ends->setSpacing(12);
    ends->addWidget(m_back, 0, Qt::AlignLeft);
    ends->addWidget(m_merge, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(12);
    for (QLabel *label : {m_title, m_about, m_problem})
        label->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_steps, 1);
    column->addWidget(m_problem);
    column->addLayout(ends);
    connect(m_merge, &QPushButton::clicked, &merging, &CustomerMergePresenter::merge);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_merging.step() == Step::Compare)
            m_merging.goBack();
        else
            reject();
    });
    // Later: what changes it may be a button of a row.
    connect(&merging, &CustomerMergePresenter::changed, this, &MergeDialog::showState, Qt::QueuedConnection);
    // Whoever looks for duplicates goes on with the next pair.
    connect(&merging, &CustomerMergePresenter::merged, this, [this] {
        if (m_merging.step() == Step::Compare)
            accept();
    });
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    setFixedHeight(window ? std::min(theme.scaled(dialogHeight), window->height() - 64) : theme.scaled(dialogHeight));
    showState();
}

TouchButton *MergeDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(m_theme.scaled(48));
    button->setAutoDefault(false); // Enter in the field takes who was found
    return button;
}

QWidget *MergeDialog::makeChoosing()
{
    auto *part = new QWidget;
    m_search->setObjectName(QStringLiteral("mergeSearch"));
    m_search->setPlaceholderText(tr("A part of a name, an address or a number"));
    m_search->setAccessibleName(tr("Search for the other customer"));
    m_search->setMinimumHeight(m_theme.scaled(48));
    m_list->setSpacing(8);
    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(m_list);
    rows->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(scroll, 1);
    connect(m_search, &QLineEdit::textEdited, &m_merging, &CustomerMergePresenter::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, &m_merging, [this] {
        // Only what stands there as the answer to these words is taken.
        if (!m_merging.isReading() && !m_search->text().trimmed().isEmpty())
            m_merging.choose(0);
    });
    return part;
}

MergeDialog::Side MergeDialog::makeSide(const QString &name, const QString &role)
{
    Side side{new QFrame, makeText(m_theme, name + QStringLiteral("Role"), 14, QFont::Medium, "muted"),
              makeText(m_theme, name + QStringLiteral("Name"), 16, QFont::DemiBold),
              makeText(m_theme, name + QStringLiteral("About"), 14, QFont::Normal)};
    side.card->setObjectName(name);
    side.card->setProperty("role", QStringLiteral("card"));
    side.role->setText(role);
    auto *column = new QVBoxLayout(side.card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    for (QLabel *label : {side.role, side.name, side.about}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch(1);
    return side;
}

QWidget *MergeDialog::makeComparing()
{
    auto *part = new QWidget;
    auto *swap = makeButton(QStringLiteral("mergeSwap"), tr("The other one stays"));
    swap->setIconName(QStringLiteral("repeat"));
    connect(swap, &QPushButton::clicked, &m_merging, &CustomerMergePresenter::swap);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_stays.card, 1);
    row->addWidget(m_goes.card, 1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(swap, 0, Qt::AlignLeft);
    return part;
}

void MergeDialog::showSide(const Side &side, const MergeSide &shown)
{
    side.name->setText(shown.name);
    side.about->setText(shown.aboutTexts.join(u'\n'));
    side.card->setAccessibleName(side.role->text() + QStringLiteral(": ") + shown.name);
    side.card->setAccessibleDescription(shown.aboutTexts.join(QStringLiteral(", ")));
}

void MergeDialog::showState()
{
    const Step step = m_merging.step();
    const bool isComparing = step == Step::Compare;
    const auto stays = m_merging.stays();
    const auto goes = m_merging.goes();
    m_steps->setCurrentIndex(isComparing ? 1 : 0);
    m_search->setVisible(step == Step::Search);
    if (isComparing) {
        m_title->setText(tr("Are these two the same?"));
        m_about->setText(CustomerMergePresenter::consequenceText());
    } else if (step == Step::Search && stays) {
        m_title->setText(tr("Who is the same as %1?").arg(stays->name));
        m_about->setText(tr("Choose the one who is here a second time."));
    } else {
        m_title->setText(tr("Customers who may be here twice"));
        m_about->setText(tr("Choose two to compare them. Nothing is merged yet."));
    }
    if (stays && goes) {
        showSide(m_stays, *stays);
        showSide(m_goes, *goes);
    }
    const bool isLooking = m_merging.isReading() && m_merging.rows().isEmpty();
    m_problem->setText(isLooking ? tr("Looking…", "for customers") : m_merging.problemText());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_merge->setVisible(isComparing);
    m_back->setText(isComparing ? tr("Back") : tr("Close"));
    m_back->setAccessibleName(m_back->text());
    showRows();
    if (step == Step::Search && !isAncestorOf(QApplication::focusWidget()))
        m_search->setFocus();
}

// As many buttons as were ever needed stay: none of them goes while it is pressed.
void MergeDialog::showRows()
{
    const QList<MergeRow> &rows = m_merging.rows();
    while (m_rows.size() < rows.size()) {
        const int row = static_cast<int>(m_rows.size());
        TouchButton *button = makeButton(QStringLiteral("mergeRow%1").arg(row), {});
        button->setArrangement(TouchButton::Arrangement::Leading);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setFixedHeight(m_theme.scaled(64));
        connect(
            button, &QPushButton::clicked, &m_merging, [this, row] { m_merging.choose(row); }, Qt::QueuedConnection);
        m_list->addWidget(button);
        m_rows.append(button);
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rows.at(row)->setVisible(row < rows.size());
        if (row >= rows.size())
            continue;
        m_rows.at(row)->setText(rows.at(row).name);
        m_rows.at(row)->setSecondLine(rows.at(row).aboutText);
        m_rows.at(row)->setAccessibleName(rows.at(row).name + QStringLiteral(", ") + rows.at(row).aboutText);
    }
}

} // namespace crema::desktop
