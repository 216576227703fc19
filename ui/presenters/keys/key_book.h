// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/presenters/keys/key_table.h"
#include "ui/presenters/settings/preferences.h"

#include <QHash>
#include <QObject>

namespace crema {

/// One action with the keys it has on this device now.
struct KeyRow {
    KeyedAction action;
    QStringList keys; ///< the first is the one that buttons show
    bool isChanged = false;

    bool operator==(const KeyRow &other) const { return action.id == other.action.id && keys == other.keys; }
};

/// What happens to another action that has the key already.
enum class KeyTaking { Refused, FromOthers };

/// The keys of this device (ADR 056): what was set goes before what is usual. A change counts at once in every program
/// of the device. Preferences outlive it.
class KeyBook final : public QObject
{
    Q_OBJECT

public:
    /// An action has a key and its twin.
    static constexpr qsizetype mostKeys = 2;

    explicit KeyBook(Preferences &preferences, QObject *parent = nullptr);

    /// In the order of the table.
    [[nodiscard]] QList<KeyRow> rows(KeyFace face) const;
    [[nodiscard]] std::optional<KeyRow> row(const QString &id) const;
    /// The keys of an action; nothing for one that is not in the table.
    [[nodiscard]] std::optional<QStringList> keys(const QString &id) const;
    [[nodiscard]] bool hasChanges(KeyFace face) const { return !changesOf(face).isEmpty(); }
    [[nodiscard]] static KeyFace faceOf(const QString &id);

    /// Gives an action these keys, in any spelling, and keeps them; none takes its keys away. Errors: `keys.action`,
    /// `keys.spelling`, `keys.too_many`, `keys.needed` (what has this key now, and why it is not free), `keys.taken`
    /// (the message names the action that has it), `keys.last` (the terminal can do nothing without one).
    [[nodiscard]] Result<void> set(const QString &id, const QStringList &typed, KeyTaking taking = KeyTaking::Refused);
    /// The same for one of the keys: 0 the first, 1 its twin. An empty text takes that one away.
    [[nodiscard]] Result<void> setOne(const QString &id, qsizetype place, const QString &typed,
                                      KeyTaking taking = KeyTaking::Refused);
    /// As usual again. Errors: `keys.action`, `keys.taken`.
    [[nodiscard]] Result<void> reset(const QString &id, KeyTaking taking = KeyTaking::Refused);
    void resetAll(KeyFace face);
    /// Another program may have set keys: takes over what is kept now.
    void lookAgain();

Q_SIGNALS:
    void changed();

private:
    using Changes = QHash<QString, QStringList>; ///< by id, what differs from the table

    [[nodiscard]] const Changes &changesOf(KeyFace face) const;
    [[nodiscard]] QStringList keysOf(const KeyedAction &action) const;
    [[nodiscard]] Result<QStringList> read(const KeyedAction &action, const QStringList &typed) const;
    [[nodiscard]] Result<void> makeRoom(const KeyedAction &action, const QStringList &keys, KeyTaking taking,
                                        Changes &changes) const;
    void keep(KeyFace face, const Changes &changes);

    Preferences &m_preferences;
    Changes m_window;
    Changes m_terminal;
};

} // namespace crema
