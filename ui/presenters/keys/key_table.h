// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/keys/key_text.h"

#include <QList>

namespace crema {

/// An action that has a key or may get one.
struct KeyedAction {
    QString id;        ///< that of its Action, or "terminal." and the verb
    QString area;      ///< the page on which the key counts; empty: everywhere
    QString text;      ///< translated
    QStringList usual; ///< the keys it has when nothing was set; the first is the one that buttons show
};

/// The translated name of a page; empty for one that is not known.
[[nodiscard]] QString areaName(const QString &area);

/// Every action of a face, in the order in which people see them. What the presenters and the key map of the terminal
/// declare is the same, which tests hold: the command line knows the keys without them.
[[nodiscard]] QList<KeyedAction> keyedActions(KeyFace face);

/// The keys of one action when nothing was set; nothing for one that is not in the table. Asked for each action at the
/// start, so it translates nothing.
[[nodiscard]] std::optional<QStringList> usualKeys(const QString &id);

} // namespace crema
