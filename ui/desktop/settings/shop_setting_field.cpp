// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/shop_setting_field.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int numberPx = 120;
constexpr int linesPx = 96;
const QString onWord = QStringLiteral("on");
const QString offWord = QStringLiteral("off");

} // namespace

ShopSettingField::ShopSettingField(const Theme &theme, const ShopSettingRow &row, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_key(row.key),
      m_problem(makeText(theme, nameOf("problem"), 14, QFont::Normal, "error")),
      m_examples(makeText(theme, nameOf("examples"), 12, QFont::Normal)),
      m_standing(makeText(theme, nameOf("standing"), 12, QFont::Normal, "muted")),
      m_locked(makeText(theme, nameOf("locked"), 12, QFont::Normal, "muted")),
      m_history(makeText(theme, nameOf("history"), 12, QFont::Normal, "muted")),
      m_reset(new TouchButton(theme, nameOf("reset"))), m_showHistory(new TouchButton(theme, nameOf("showHistory")))
{
    setObjectName(nameOf("field"));
    QLabel *title = makeText(theme, nameOf("title"), 14, QFont::Medium);
    title->setText(row.title);
    QLabel *help = makeText(theme, nameOf("help"), 12, QFont::Normal, "muted");
    help->setText(row.help);
    QWidget *editor = makeEditor(row);
    title->setBuddy(m_number ? static_cast<QWidget *>(m_number) : editor);
    for (QLabel *text : {title, help, m_problem, m_examples, m_standing, m_locked, m_history})
        text->setWordWrap(true);
    m_history->hide();
    auto *column = new QVBoxLayout(this);
    // The focus rings need 4 px around them.
    column->setContentsMargins(4, 12, 4, 4);
    column->setSpacing(6);
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(help), editor,
                          static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_examples),
                          static_cast<QWidget *>(m_locked), makeFoot(), static_cast<QWidget *>(m_history)})
        column->addWidget(part);
    show(row);
}

QString ShopSettingField::nameOf(const char *part) const
{
    return QStringLiteral("shop.") + m_key + u'.' + QString::fromLatin1(part);
}

QWidget *ShopSettingField::makeEditor(const ShopSettingRow &row)
{
    switch (row.kind) {
    case SettingKind::Number: return makeNumber(row);
    case SettingKind::Text: return makeLines(row);
    case SettingKind::Choice: return makeChoices(row);
    case SettingKind::Switch: break;
    }
    return makeSwitch(row);
}

QWidget *ShopSettingField::makeNumber(const ShopSettingRow &row)
{
    m_number = new QLineEdit;
    m_number->setObjectName(nameOf("edit"));
    m_number->setAccessibleName(row.title);
    m_number->setFixedWidth(m_theme.scaled(numberPx));
    QLabel *range = makeText(m_theme, nameOf("range"), 14, QFont::Normal, "muted");
    range->setText(row.rangeText);
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        if (m_number->isModified())
            Q_EMIT typed(m_number->text());
    });
    auto *line = new QWidget;
    line->setObjectName(nameOf("line"));
    auto *parts = new QHBoxLayout(line);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(12);
    parts->addWidget(m_number);
    parts->addWidget(range, 1);
    return line;
}

QWidget *ShopSettingField::makeLines(const ShopSettingRow &row)
{
    m_lines = new QPlainTextEdit;
    m_lines->setObjectName(nameOf("edit"));
    m_lines->setAccessibleName(row.title);
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(m_theme.scaled(linesPx));
    m_lines->installEventFilter(this);
    return m_lines;
}

QWidget *ShopSettingField::makeSwitch(const ShopSettingRow &row)
{
    m_switch = new ChoiceRow(m_theme, nameOf("edit"), row.title);
    m_switch->addChoice(onWord, tr("On"));
    m_switch->addChoice(offWord, tr("Off"));
    connect(m_switch, &ChoiceRow::chosen, this, &ShopSettingField::typed);
    return m_switch;
}

QWidget *ShopSettingField::makeChoices(const ShopSettingRow &row)
{
    m_switch = new ChoiceRow(m_theme, nameOf("edit"), row.title);
    if (const Setting *setting = findSetting(row.key)) {
        for (const SettingChoice &choice : settingChoices(*setting))
            m_switch->addChoice(choice.word, choice.text);
    }
    connect(m_switch, &ChoiceRow::chosen, this, &ShopSettingField::typed);
    return m_switch;
}

QWidget *ShopSettingField::makeFoot()
{
    auto *foot = new QWidget;
    foot->setObjectName(nameOf("foot"));
    auto *parts = new QHBoxLayout(foot);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(8);
    m_reset->setText(tr("Reset"));
    m_showHistory->setText(tr("History"));
    m_showHistory->setCheckable(true);
    for (TouchButton *button : {m_reset, m_showHistory})
        button->setTextSize(14, QFont::Medium);
    parts->addWidget(m_standing, 1);
    parts->addWidget(m_reset);
    parts->addWidget(m_showHistory);
    connect(m_reset, &QPushButton::clicked, this, &ShopSettingField::resetWanted);
    connect(m_showHistory, &QPushButton::toggled, m_history, &QWidget::setVisible);
    return foot;
}

bool ShopSettingField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::FocusOut && m_lines->document()->isModified())
        Q_EMIT typed(m_lines->toPlainText());
    return QWidget::eventFilter(watched, event);
}

void ShopSettingField::focusEditor()
{
    if (m_number)
        m_number->setFocus(Qt::OtherFocusReason);
    else if (m_lines)
        m_lines->setFocus(Qt::OtherFocusReason);
    else
        m_switch->focusCurrent();
}

void ShopSettingField::showValue(const ShopSettingRow &row)
{
    const bool isLocked = !row.lockedText.isEmpty();
    // What was typed wrongly stays to be mended, and what is being typed is nobody else's to change.
    const bool isTyping = !row.problem.isEmpty();
    if (m_number && !isTyping && !(m_number->hasFocus() && m_number->isModified())) {
        m_number->setText(row.typed);
        m_number->setModified(false);
    }
    if (m_lines && !isTyping && !(m_lines->hasFocus() && m_lines->document()->isModified())) {
        if (m_lines->toPlainText() != row.typed)
            m_lines->setPlainText(row.typed);
        m_lines->document()->setModified(false);
    }
    if (m_switch)
        m_switch->setCurrent(row.kind == SettingKind::Choice ? row.typed : row.isOn ? onWord : offWord);
    if (m_number)
        m_number->setReadOnly(isLocked);
    if (m_lines)
        m_lines->setReadOnly(isLocked);
    if (m_switch)
        m_switch->setEnabled(!isLocked);
}

void ShopSettingField::showHistory(const ShopSettingRow &row)
{
    QStringList lines;
    for (const SettingChangeRow &change : row.history)
        lines.append(tr("%1, %2: %3 → %4", "when, who, before, after")
                         .arg(change.timeText, change.who, change.fromText, change.toText));
    m_history->setText(lines.join(u'\n'));
    m_showHistory->setVisible(!lines.isEmpty());
    m_history->setVisible(!lines.isEmpty() && m_showHistory->isChecked());
}

void ShopSettingField::show(const ShopSettingRow &row)
{
    showValue(row);
    showHistory(row);
    m_problem->setText(row.problem);
    m_problem->setVisible(!row.problem.isEmpty());
    m_examples->setText(row.examples.join(u'\n'));
    m_examples->setVisible(!row.examples.isEmpty());
    m_locked->setText(row.lockedText);
    m_locked->setVisible(!row.lockedText.isEmpty());
    QStringList standing{row.originText};
    if (!row.changedText.isEmpty())
        standing.append(row.changedText);
    if (row.isSetHere)
        standing.append(row.usualText);
    m_standing->setText(standing.join(QStringLiteral(" · ")));
    m_reset->setVisible(row.isSetHere && row.lockedText.isEmpty());
    if (m_number)
        restyle(*m_number, "tone", row.problem.isEmpty() ? QString() : QStringLiteral("error"));
    if (m_number)
        m_number->setAccessibleDescription(row.problem.isEmpty() ? row.help : row.problem);
}

} // namespace crema::desktop
