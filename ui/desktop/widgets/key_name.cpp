// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/key_name.h"

#include "ui/presenters/action.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace crema::desktop {

QString keyName(const QString &key)
{
    return QKeySequence(key, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

QString keyName(const Action &action)
{
    return keyName(action.shortcuts().value(0));
}

QString textWithKey(const QString &text, const QString &keyName)
{
    return keyName.isEmpty() ? text
                             : QCoreApplication::translate("Rail", "%1 (%2)", "action and its key").arg(text, keyName);
}

} // namespace crema::desktop
