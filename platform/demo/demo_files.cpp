// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_files.h"

#include <QFile>
#include <QJsonDocument>

// The resource lies in a static library: without this the linker would leave it out.
static void bringInDemoFiles()
{
    Q_INIT_RESOURCE(demo_company);
}

namespace crema::platform {

QJsonObject demoFile(const QString &name)
{
    bringInDemoFiles();
    QFile file(QStringLiteral(":/demo/%1.json").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace crema::platform
