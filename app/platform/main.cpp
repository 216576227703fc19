// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/domain_services.h"
#include "platform/program/platform_program.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("crema-platform"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    return crema::platform::runPlatformProgram(QCoreApplication::arguments().mid(1), crema::platform::makeDomain());
}
