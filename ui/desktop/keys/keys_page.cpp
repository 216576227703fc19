// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/keys/keys_page.h"

#include "ui/desktop/keys/key_row_view.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/scroll_column.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/keys/key_editor.h"
#include "ui/presenters/till/till_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int widestPx = 760;

QString titleOf(const QString &area)
{
    if (area == QLatin1String("till"))
        return KeysPage::tr("At the till");
    if (area.isEmpty())
        return KeysPage::tr("Everywhere");
    return areaName(area);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock || key == Qt::Key_unknown;
}

} // namespace

KeysPage::KeysPage(const Theme &theme, KeyEditor &editor, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_editor(editor), m_header(new PageHeader(theme, QStringLiteral("keysHeader"))),
      m_resetAll(new TouchButton(theme, QStringLiteral("keysResetAll"))), m_message(new MessageStrip(theme)),
      m_filter(new QLineEdit), m_none(makeText(theme, QStringLiteral("keysNone"), 14, QFont::Normal, "muted")),
      m_column(new QVBoxLayout), m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("keysPage"));
    m_header->setTitle(tr("Keys"));
    m_header->setAside(tr("of this device"));
    m_resetAll->setText(tr("All as usual"));
    m_resetAll->setTextSize(14, QFont::Medium);
    m_header->addAction(m_resetAll);
    m_filter->setObjectName(QStringLiteral("keysFilter"));
    m_filter->setPlaceholderText(tr("Find an action or a key"));
    m_filter->setAccessibleName(tr("Find an action or a key"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumHeight(theme.scaled(40));
    m_none->setText(tr("No action and no key is called so."));
    m_message->setObjectName(QStringLiteral("keysMessage"));
    m_column->setSpacing(16);
    scrollColumn(*m_scroll, *m_column, QStringLiteral("keys"), theme.scaled(widestPx));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(m_message);
    whole->addWidget(m_scroll, 1);
    makeRows();
    connect(m_filter, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_resetAll, &QPushButton::clicked, this, [this] { m_editor.resetAll(KeyFace::Window); });
    connect(m_message, &MessageStrip::accepted, &editor, &KeyEditor::takeFromOther);
    connect(m_message, &MessageStrip::dismissed, &editor, &KeyEditor::cancel);
    connect(&editor, &KeyEditor::changed, this, &KeysPage::showKeys);
    setSizeClass(SizeClass::Medium);
    showKeys();
}

KeysPage::~KeysPage()
{
    listen(false);
}

AreaPage::Area KeysPage::area()
{
    return {QStringLiteral("keys"),         tr("Keys"), QStringLiteral("edit"),
            QStringLiteral("Ctrl+Shift+E"), false,      QStringLiteral("settings")};
}

void KeysPage::setSizeClass(SizeClass size)
{
    const int edge = size == SizeClass::Wide ? 24 : 16;
    m_header->setEdge(edge);
    m_column->setContentsMargins(edge, 8, edge, 24);
}

void KeysPage::arrive()
{
    m_filter->setFocus(Qt::OtherFocusReason);
}

void KeysPage::makeRows()
{
    m_column->addWidget(m_filter);
    m_column->addWidget(m_none);
    QString area = QStringLiteral("-");
    for (const KeyRow &row : m_editor.book().rows(KeyFace::Window)) {
        if (area != row.action.area) {
            area = row.action.area;
            m_cards.append(new Card(m_theme, QStringLiteral("keysCard.%1").arg(m_cards.size()), titleOf(area)));
            m_column->addWidget(m_cards.last());
        }
        auto *view = new KeyRowView(m_theme, m_editor, row);
        m_cards.last()->body()->addWidget(view);
        m_rows.append(view);
    }
    m_column->addStretch(1);
}

void KeysPage::filter(const QString &text)
{
    const QString wanted = text.trimmed();
    int shown = 0;
    for (KeyRowView *view : std::as_const(m_rows)) {
        const std::optional<KeyRow> row = m_editor.book().row(view->id());
        const bool fits = wanted.isEmpty() || row->action.text.contains(wanted, Qt::CaseInsensitive) ||
                          row->keys.join(u' ').contains(wanted, Qt::CaseInsensitive);
        view->setVisible(fits);
        shown += fits ? 1 : 0;
    }
    for (Card *card : std::as_const(m_cards)) {
        const auto views = card->findChildren<KeyRowView *>();
        card->setVisible(
            std::any_of(views.begin(), views.end(), [](const KeyRowView *view) { return !view->isHidden(); }));
    }
    m_none->setVisible(shown == 0);
}

void KeysPage::showKeys()
{
    for (KeyRowView *view : std::as_const(m_rows)) {
        if (const std::optional<KeyRow> row = m_editor.book().row(view->id()))
            view->showRow(*row);
    }
    filter(m_filter->text());
    m_resetAll->setEnabled(m_editor.book().hasChanges(KeyFace::Window));
    const std::optional<Problem> &problem = m_editor.problem();
    m_message->setVisible(problem || m_editor.isAsking());
    if (problem) {
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
        m_message->setAnswers(m_editor.mayTake() ? tr("Take it from there") : QString(), tr("Leave it as it is"));
    } else if (m_editor.isAsking()) {
        m_message->showMessage(Tone::Neutral, m_editor.question(),
                               tr("Esc leaves it as it is, Backspace takes it away."));
        m_message->setAnswers({}, tr("Leave it as it is"));
    }
    listen(m_editor.isAsking() && isVisible());
}

void KeysPage::listen(bool wanted)
{
    if (wanted == m_isListening)
        return;
    m_isListening = wanted;
    // In front of the filter for scans and of all shortcuts: the key that is pressed now does nothing else.
    if (wanted)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool KeysPage::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isListening || !watched->isWidgetType())
        return AreaPage::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent &>(*event));
    return event->type() == QEvent::KeyRelease;
}

bool KeysPage::takeKey(QKeyEvent &event)
{
    if (isModifier(event.key()) || event.isAutoRepeat())
        return true;
    const bool isBare = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    // While an answer is asked for, Enter and Tab belong to its buttons.
    const bool answers = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab ||
                         event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Space;
    if (m_editor.problem() && answers && isBare)
        return false;
    if (event.key() == Qt::Key_Escape && isBare) {
        m_editor.cancel();
    } else if (event.key() == Qt::Key_Backspace && isBare) {
        m_editor.take({});
    } else {
        const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
        const QKeySequence pressed(static_cast<int>(modifiers) | event.key());
        m_editor.take(pressed.toString(QKeySequence::PortableText));
    }
    return true;
}

void KeysPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_editor.cancel();
    listen(false);
}

} // namespace crema::desktop
