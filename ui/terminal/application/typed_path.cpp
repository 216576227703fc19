// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/typed_path.h"

#include <QDir>

namespace crema::terminal {

QString typedPath(const QString &typed)
{
    if (typed.startsWith(QLatin1String("~/")))
        return QDir::homePath() + typed.mid(1);
    return QDir::current().absoluteFilePath(typed);
}

} // namespace crema::terminal
