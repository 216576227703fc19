// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/keys/key_editor.h"

namespace crema {

KeyEditor::KeyEditor(KeyBook &book, QObject *parent) : QObject(parent), m_book(book)
{
    connect(&book, &KeyBook::changed, this, &KeyEditor::changed);
}

void KeyEditor::ask(const QString &id, qsizetype place)
{
    m_id = id;
    m_place = place;
    m_typed.clear();
    m_resetting.clear();
    m_problem.reset();
    Q_EMIT changed();
}

void KeyEditor::cancel()
{
    ask({}, 0);
}

QString KeyEditor::question() const
{
    const std::optional<KeyRow> row = m_book.row(m_id);
    return row ? tr("Press the key for “%1”.").arg(row->action.text) : QString();
}

void KeyEditor::take(const QString &typed)
{
    if (m_id.isEmpty())
        return;
    m_typed = typed;
    finish(m_book.setOne(m_id, m_place, typed));
}

void KeyEditor::takeFromOther()
{
    if (!mayTake())
        return;
    if (!m_resetting.isEmpty())
        finish(m_book.reset(m_resetting, KeyTaking::FromOthers));
    else
        finish(m_book.setOne(m_id, m_place, m_typed, KeyTaking::FromOthers));
}

void KeyEditor::reset(const QString &id)
{
    cancel();
    m_resetting = id;
    finish(m_book.reset(id));
}

void KeyEditor::resetAll(KeyFace face)
{
    cancel();
    m_book.resetAll(face);
}

void KeyEditor::finish(const Result<void> &answer)
{
    if (answer) {
        cancel();
        return;
    }
    m_problem = answer.error();
    Q_EMIT changed();
}

} // namespace crema
