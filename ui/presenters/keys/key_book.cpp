// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/keys/key_book.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

QString preferenceOf(KeyFace face)
{
    return face == KeyFace::Window ? u"keys.window"_s : u"keys.terminal"_s;
}

bool meet(const KeyedAction &one, const KeyedAction &other)
{
    return one.area.isEmpty() || other.area.isEmpty() || one.area == other.area;
}

std::optional<KeyedAction> actionOf(const QString &id)
{
    const QList<KeyedAction> actions = keyedActions(KeyBook::faceOf(id));
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&id](const KeyedAction &each) { return each.id == id; });
    return found == actions.end() ? std::nullopt : std::optional(*found);
}

tl::unexpected<Problem> refused(ProblemKind kind, const QString &code, const QString &message, const QString &hint)
{
    return failure(kind, code, message, hint, {{u"key"_s, message}});
}

tl::unexpected<Problem> unknownAction(const QString &id)
{
    return failure(ProblemKind::NotFound, u"keys.action"_s, KeyBook::tr("There is no action “%1”.").arg(id),
                   KeyBook::tr("“crema keys list” has all of them."));
}

QHash<QString, QStringList> changesIn(const QString &text)
{
    QHash<QString, QStringList> changes;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto each = object.begin(); each != object.end(); ++each) {
        QStringList keys;
        for (const QJsonValue &key : each.value().toArray()) {
            // A file that people write into may say anything.
            if (const auto known = keyText(KeyBook::faceOf(each.key()), key.toString()))
                keys.append(*known);
        }
        // Nothing at a terminal is without a key.
        if (!keys.isEmpty() || KeyBook::faceOf(each.key()) == KeyFace::Window)
            changes.insert(each.key(), keys.mid(0, KeyBook::mostKeys));
    }
    return changes;
}

QString textOf(const QHash<QString, QStringList> &changes)
{
    if (changes.isEmpty())
        return {};
    QJsonObject object;
    for (auto each = changes.begin(); each != changes.end(); ++each)
        object.insert(each.key(), QJsonArray::fromStringList(each.value()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

KeyBook::KeyBook(Preferences &preferences, QObject *parent) : QObject(parent), m_preferences(preferences)
{
    lookAgain();
}

KeyFace KeyBook::faceOf(const QString &id)
{
    return id.startsWith("terminal."_L1) ? KeyFace::Terminal : KeyFace::Window;
}

const KeyBook::Changes &KeyBook::changesOf(KeyFace face) const
{
    return face == KeyFace::Window ? m_window : m_terminal;
}

QStringList KeyBook::keysOf(const KeyedAction &action) const
{
    return changesOf(faceOf(action.id)).value(action.id, action.usual);
}

QList<KeyRow> KeyBook::rows(KeyFace face) const
{
    QList<KeyRow> rows;
    for (const KeyedAction &action : keyedActions(face))
        rows.append({action, keysOf(action), changesOf(face).contains(action.id)});
    return rows;
}

std::optional<KeyRow> KeyBook::row(const QString &id) const
{
    const std::optional<KeyedAction> action = actionOf(id);
    if (!action)
        return std::nullopt;
    return KeyRow{*action, keysOf(*action), changesOf(faceOf(id)).contains(id)};
}

std::optional<QStringList> KeyBook::keys(const QString &id) const
{
    const std::optional<QStringList> usual = usualKeys(id);
    return usual ? std::optional(changesOf(faceOf(id)).value(id, *usual)) : std::nullopt;
}

Result<QStringList> KeyBook::read(const KeyedAction &action, const QStringList &typed) const
{
    const KeyFace face = faceOf(action.id);
    QStringList keys;
    for (const QString &text : typed) {
        const std::optional<QString> key = keyText(face, text);
        if (!key) {
            return refused(ProblemKind::Invalid, u"keys.spelling"_s, tr("“%1” is no key.").arg(text),
                           face == KeyFace::Window ? tr("Write it as in F6, Alt+H or Ctrl+Shift+K.")
                                                   : tr("Write it as in F6 or ^E."));
        }
        const QString obstacle = action.usual.contains(*key) ? QString() : keyObstacle(face, *key);
        if (!obstacle.isEmpty())
            return refused(ProblemKind::Invalid, u"keys.needed"_s, obstacle, tr("Choose another key."));
        if (!keys.contains(*key))
            keys.append(*key);
    }
    if (keys.size() > mostKeys) {
        return refused(ProblemKind::Invalid, u"keys.too_many"_s,
                       tr("“%1” can have two keys, no more.").arg(action.text), {});
    }
    if (keys.isEmpty() && face == KeyFace::Terminal) {
        return refused(ProblemKind::Invalid, u"keys.last"_s, tr("“%1” needs a key.").arg(action.text),
                       tr("Choose another key instead."));
    }
    return keys;
}

// Two actions may share a key that both have as usual: the page's goes before the program's, as was meant.
Result<void> KeyBook::makeRoom(const KeyedAction &action, const QStringList &keys, KeyTaking taking,
                               Changes &changes) const
{
    for (const QString &key : keys) {
        for (const KeyRow &other : rows(faceOf(action.id))) {
            const bool isMeant = other.action.usual.contains(key) && action.usual.contains(key);
            QStringList left = changes.value(other.action.id, other.action.usual);
            if (other.action.id == action.id || isMeant || !meet(action, other.action) || left.removeAll(key) == 0)
                continue;
            if (taking == KeyTaking::Refused) {
                return refused(ProblemKind::Conflict, u"keys.taken"_s,
                               tr("%1 is used for “%2”.").arg(key, other.action.text),
                               tr("Choose another key, or take it from there."));
            }
            if (left.isEmpty() && faceOf(action.id) == KeyFace::Terminal) {
                return refused(ProblemKind::Conflict, u"keys.last"_s,
                               tr("%1 is the only key of “%2”.").arg(key, other.action.text),
                               tr("Give that one another key first."));
            }
            changes.insert(other.action.id, left);
        }
    }
    return {};
}

Result<void> KeyBook::set(const QString &id, const QStringList &typed, KeyTaking taking)
{
    const std::optional<KeyedAction> action = actionOf(id);
    if (!action)
        return unknownAction(id);
    const Result<QStringList> keys = read(*action, typed);
    if (!keys)
        return failure(keys.error());
    Changes changes = changesOf(faceOf(id));
    if (const Result<void> room = makeRoom(*action, *keys, taking, changes); !room)
        return room;
    changes.insert(id, *keys);
    keep(faceOf(id), changes);
    return {};
}

Result<void> KeyBook::setOne(const QString &id, qsizetype place, const QString &typed, KeyTaking taking)
{
    const std::optional<KeyRow> known = row(id);
    if (!known)
        return unknownAction(id);
    QStringList keys = known->keys;
    if (typed.isEmpty() && place < keys.size())
        keys.removeAt(place);
    else if (!typed.isEmpty() && place < keys.size())
        keys[place] = typed;
    else if (!typed.isEmpty())
        keys.append(typed);
    return set(id, keys, taking);
}

Result<void> KeyBook::reset(const QString &id, KeyTaking taking)
{
    const std::optional<KeyedAction> action = actionOf(id);
    return action ? set(id, action->usual, taking) : unknownAction(id);
}

void KeyBook::resetAll(KeyFace face)
{
    keep(face, {});
}

void KeyBook::keep(KeyFace face, const Changes &changes)
{
    Changes different = changes;
    for (const KeyedAction &action : keyedActions(face)) {
        if (different.value(action.id, action.usual) == action.usual)
            different.remove(action.id);
    }
    (face == KeyFace::Window ? m_window : m_terminal) = different;
    m_preferences.setValue(preferenceOf(face), textOf(different));
    Q_EMIT changed();
}

void KeyBook::lookAgain()
{
    const Changes window = changesIn(m_preferences.value(preferenceOf(KeyFace::Window)));
    const Changes terminal = changesIn(m_preferences.value(preferenceOf(KeyFace::Terminal)));
    if (window == m_window && terminal == m_terminal)
        return;
    m_window = window;
    m_terminal = terminal;
    Q_EMIT changed();
}

} // namespace crema
