// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/screen_reader.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QUuid>

namespace crema::e2e {
namespace {

// Of org.a11y.atspi's StateType.
constexpr quint32 focused = 1U << 12;
constexpr quint32 showing = 1U << 25;
// A page holds far fewer; what goes on for ever ends here.
constexpr qsizetype mostItems = 1'000;

const QString rootPath = QStringLiteral("/org/a11y/atspi/accessible/root");
const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");

QString accessibilityBus(const QString &sessionBus, const QString &name)
{
    const QString sessionName = name + QStringLiteral("-session");
    QDBusReply<QString> address;
    {
        QDBusConnection session = QDBusConnection::connectToBus(sessionBus, sessionName);
        address =
            session.call(QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                                        QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")));
    }
    QDBusConnection::disconnectFromBus(sessionName);
    return address.value();
}

} // namespace

ScreenReader::ScreenReader(const QString &sessionBus)
    : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_bus(QDBusConnection::connectToBus(accessibilityBus(sessionBus, m_name), m_name))
{}

ScreenReader::~ScreenReader()
{
    QDBusConnection::disconnectFromBus(m_name);
}

QList<ScreenReader::Place> ScreenReader::childrenOf(const Place &place) const
{
    const QDBusMessage answer = m_bus.call(
        QDBusMessage::createMethodCall(place.service, place.path, accessible, QStringLiteral("GetChildren")));
    QList<Place> children;
    if (answer.type() != QDBusMessage::ReplyMessage)
        return children;
    const auto argument = answer.arguments().value(0).value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        Place child;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> child.service >> path;
        argument.endStructure();
        child.path = path.path();
        children.append(child);
    }
    argument.endArray();
    return children;
}

QString ScreenReader::property(const Place &place, const char *name) const
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        place.service, place.path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << accessible << QString::fromLatin1(name);
    return QDBusReply<QDBusVariant>(m_bus.call(call)).value().variant().toString();
}

/// The lower half of the states, where those that are asked for here stand.
quint32 ScreenReader::statesOf(const Place &place) const
{
    const QDBusMessage answer =
        m_bus.call(QDBusMessage::createMethodCall(place.service, place.path, accessible, QStringLiteral("GetState")));
    return answer.type() == QDBusMessage::ReplyMessage
               ? qdbus_cast<QList<quint32>>(answer.arguments().value(0)).value(0)
               : 0;
}

void ScreenReader::readBelow(const Place &place, QList<SpokenItem> &items) const
{
    for (const Place &child : childrenOf(place)) {
        const quint32 states = statesOf(child);
        if ((states & showing) == 0 || items.size() >= mostItems)
            continue;
        SpokenItem item{child.service,          child.path, property(child, "Name"), property(child, "Description"), {},
                        (states & focused) != 0};
        if (item.hasFocus) {
            QDBusMessage call = QDBusMessage::createMethodCall(
                child.service, child.path, QStringLiteral("org.a11y.atspi.Text"), QStringLiteral("GetText"));
            call << 0 << -1;
            item.typed = QDBusReply<QString>(m_bus.call(call)).value();
        }
        items.append(item);
        readBelow(child, items);
    }
}

QList<SpokenItem> ScreenReader::read() const
{
    QList<SpokenItem> items;
    for (const Place &program : childrenOf({QStringLiteral("org.a11y.atspi.Registry"), rootPath}))
        readBelow(program, items);
    return items;
}

QRect ScreenReader::areaOf(const SpokenItem &item) const
{
    constexpr quint32 onDisplay = 0;
    QDBusMessage call = QDBusMessage::createMethodCall(
        item.service, item.path, QStringLiteral("org.a11y.atspi.Component"), QStringLiteral("GetExtents"));
    call << onDisplay;
    const QDBusMessage answer = m_bus.call(call);
    if (answer.type() != QDBusMessage::ReplyMessage)
        return {};
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    const auto argument = answer.arguments().value(0).value<QDBusArgument>();
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    return {x, y, width, height};
}

} // namespace crema::e2e
