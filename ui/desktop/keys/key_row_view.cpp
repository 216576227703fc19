// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/keys/key_row_view.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/keys/key_editor.h"

#include <QHBoxLayout>
#include <QLabel>

namespace crema::desktop {

namespace {

constexpr int keyPx = 132;
constexpr int resetPx = 40;

} // namespace

KeyRowView::KeyRowView(const Theme &theme, KeyEditor &editor, const KeyRow &row, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_editor(editor), m_id(row.action.id),
      m_name(makeText(theme, QStringLiteral("keyAction.") + row.action.id, 14, QFont::Normal)), m_key(makeKey(0)),
      m_twin(makeKey(1)), m_reset(new TouchButton(theme, QStringLiteral("keyReset.") + row.action.id))
{
    setObjectName(QStringLiteral("keyRow.") + m_id);
    m_name->setWordWrap(true);
    m_reset->setIconName(QStringLiteral("undo"));
    m_reset->setIconSize(18);
    m_reset->setKind("quiet");
    m_reset->setFixedSize(theme.scaled(resetPx), theme.scaled(resetPx));
    m_reset->setToolTip(tr("As usual again"));
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_editor.reset(m_id); });
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 2, 8, 2);
    line->setSpacing(8);
    line->addWidget(m_name, 1);
    for (TouchButton *button : {m_key, m_twin, m_reset})
        line->addWidget(button);
    showRow(row);
}

TouchButton *KeyRowView::makeKey(qsizetype place)
{
    auto *button = new TouchButton(m_theme, QStringLiteral("key%1.").arg(place + 1) + m_id);
    button->setTextSize(14, QFont::Medium);
    button->setMinimumHeight(m_theme.scaled(resetPx));
    button->setFixedWidth(m_theme.scaled(keyPx));
    connect(button, &QPushButton::clicked, this, [this, place] { m_editor.ask(m_id, place); });
    return button;
}

void KeyRowView::showRow(const KeyRow &row)
{
    m_name->setText(row.action.text);
    const QString nothing = QStringLiteral("–");
    qsizetype place = 0;
    for (TouchButton *button : {m_key, m_twin}) {
        const QString key = keyName(row.keys.value(place));
        const bool isAsked = m_editor.isAsking(m_id, place);
        button->setKind(isAsked ? "primary" : "plain");
        button->setText(isAsked ? tr("Press a key") : key.isEmpty() ? nothing : key);
        // The twin is what the first key leaves room for.
        button->setEnabled(place <= row.keys.size());
        const QString spoken = key.isEmpty() ? tr("no key") : key;
        button->setAccessibleName(place == 0 ? tr("Key of “%1”: %2").arg(row.action.text, spoken)
                                             : tr("Second key of “%1”: %2").arg(row.action.text, spoken));
        ++place;
    }
    m_reset->setVisible(row.isChanged);
    m_reset->setAccessibleName(tr("Set “%1” back to its usual keys").arg(row.action.text));
}

} // namespace crema::desktop
