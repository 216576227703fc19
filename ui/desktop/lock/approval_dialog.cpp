// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/lock/approval_dialog.h"

#include "ui/desktop/lock/person_button.h"
#include "ui/desktop/lock/pin_pad.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/approval_presenter.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace crema::desktop {

namespace {

constexpr int padWidth = 3 * 96 + 2 * 8;
constexpr int listWidth = 320;

} // namespace

ApprovalDialog::ApprovalDialog(const Theme &theme, ApprovalPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme), m_presenter(presenter),
      m_wanted(makeText(theme, QStringLiteral("approvalWanted"), 20, QFont::DemiBold)),
      m_dots(makeText(theme, QStringLiteral("approvalDots"), 28, QFont::Bold)),
      m_message(makeText(theme, QStringLiteral("approvalMessage"), 14, QFont::DemiBold, "warning")),
      m_hint(makeText(theme, QStringLiteral("approvalHint"), 14, QFont::Normal, "muted")), m_column(new QVBoxLayout),
      m_back(new TouchButton(theme, QStringLiteral("approvalBack"))),
      m_approve(new TouchButton(theme, QStringLiteral("approvalApprove")))
{
    setObjectName(QStringLiteral("approvalDialog"));
    setWindowTitle(tr("Approval"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus); // for the digits; Tab goes round the controls
    m_wanted->setWordWrap(true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(32);
    middle->addWidget(makePeople());
    middle->addWidget(makePad(), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(m_wanted);
    column->addLayout(middle, 1);
    connect(&presenter, &ApprovalPresenter::changed, this, &ApprovalDialog::showState);
    connect(&presenter, &ApprovalPresenter::askingChanged, this, [this] {
        if (!m_presenter.isAsking())
            done(Accepted);
    });
    showState();
    setFocus();
}

QWidget *ApprovalDialog::makePeople()
{
    auto *side = new QWidget;
    side->setFixedWidth(m_theme.scaled(listWidth));
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("peopleBody"));
    m_column->setContentsMargins(4, 4, 4, 4);
    m_column->setSpacing(8);
    const QList<LockPerson> &approvers = m_presenter.approvers();
    for (int row = 0; row < approvers.size(); ++row) {
        auto *button = new PersonButton(m_theme, QStringLiteral("approver%1").arg(row), body);
        button->setAutoDefault(false);
        button->showPerson(approvers.at(row).initials, approvers.at(row).name, {});
        connect(button, &QPushButton::clicked, this, [this, row] { m_presenter.select(row); });
        m_column->addWidget(button);
        m_people.append(button);
    }
    m_column->addStretch(1);
    body->setLayout(m_column);
    auto *list = new QScrollArea;
    list->setObjectName(QStringLiteral("peopleList"));
    list->setAccessibleName(tr("Who approves it"));
    list->setFocusPolicy(Qt::NoFocus);
    list->setWidgetResizable(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setWidget(body);
    m_message->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_back->setText(tr("Back without it"));
    m_back->setAccessibleName(m_back->text());
    m_back->setTextSize(14, QFont::Medium);
    m_back->setIconName(QStringLiteral("left"));
    m_back->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, &ApprovalDialog::reject);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(list, 1);
    column->addWidget(m_message);
    column->addWidget(m_hint);
    column->addWidget(m_back, 0, Qt::AlignLeading);
    return side;
}

QWidget *ApprovalDialog::makePad()
{
    auto *pad = new QWidget;
    pad->setFixedWidth(padWidth);
    auto *column = new QVBoxLayout(pad);
    column->setContentsMargins(0, 4, 0, 0); // in line with the list, whose focus ring needs 4 px
    column->setSpacing(8);
    auto *field = new QFrame;
    field->setObjectName(QStringLiteral("amountField"));
    field->setFixedHeight(56);
    m_dots->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_dots);
    auto *keys = new PinPad(m_theme);
    connect(keys, &PinPad::digit, &m_presenter, &ApprovalPresenter::typeDigit);
    connect(keys, &PinPad::erase, &m_presenter, &ApprovalPresenter::eraseDigit);
    connect(keys, &PinPad::clear, &m_presenter, &ApprovalPresenter::clearDigits);
    m_approve->setKind("primary");
    m_approve->setText(tr("Approve"));
    m_approve->setAccessibleName(m_approve->text());
    m_approve->setTextSize(18, QFont::DemiBold);
    m_approve->setFixedHeight(72);
    m_approve->setKeyHint(tr("Enter", "the key"));
    m_approve->setFocusPolicy(Qt::NoFocus);
    m_approve->setAutoDefault(false);
    connect(m_approve, &QPushButton::clicked, &m_presenter, &ApprovalPresenter::submit);
    column->addWidget(field);
    column->addWidget(keys);
    column->addWidget(m_approve);
    return pad;
}

void ApprovalDialog::showState()
{
    if (!m_presenter.isAsking())
        return;
    m_wanted->setText(m_presenter.wantedText());
    const int length = m_presenter.pinLength();
    m_dots->setText(length == 0 ? QString() : QString(length, QChar(0x2022)));
    m_dots->setAccessibleName(tr("%n digits of the PIN", nullptr, length));
    for (int row = 0; row < m_people.size(); ++row)
        m_people.at(row)->setChecked(row == m_presenter.selected());
    m_approve->setEnabled(length > 0 && !m_presenter.isBusy());
    m_approve->setAccessibleDescription(m_approve->isEnabled() ? QString() : tr("Type the PIN first."));
    const std::optional<TillMessage> &message = m_presenter.message();
    m_message->setText(message ? message->text : QString());
    m_hint->setText(message ? message->hint : tr("One of these people types their PIN. You stay signed in."));
}

void ApprovalDialog::reject()
{
    m_presenter.cancel();
}

void ApprovalDialog::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && text.size() == 1 && text.at(0).isDigit()) {
        m_presenter.typeDigit(text.at(0).digitValue());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Backspace: m_presenter.eraseDigit(); break;
    case Qt::Key_Delete: m_presenter.clearDigits(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_back->hasFocus())
            reject();
        else
            m_presenter.submit();
        break;
    case Qt::Key_Up: m_presenter.select(m_presenter.selected() - 1); break;
    case Qt::Key_Down: m_presenter.select(m_presenter.selected() + 1); break;
    case Qt::Key_Escape: reject(); break;
    default: break;
    }
    event->accept(); // nothing goes on to what lies behind
}

} // namespace crema::desktop
